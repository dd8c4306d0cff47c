package io.github.gan4j.cli.terminal;

import java.util.stream.Collectors;

/**
 * Text as it may go to a terminal. Names of files, entries of zips and pieces of broken files come from elsewhere; a control
 * character in them would move the cursor, colour or clear the screen, or look like a line of ours. They are written as
 * escapes that JSON reads as the same characters.
 */
public final class Printable {
    private Printable() {}

    private static final int LONGEST = 3000, BEGINNING = 2000, END = 500;

    /** One line: line breaks are escaped, too, and the middle of a text that fills screens is left out. */
    public static String line(String text) {
        if (text.length() <= LONGEST) return escaped(text, "\\t");
        return escaped(text.substring(0, BEGINNING), "\\t") + " … "
                + escaped(text.substring(text.length() - END), "\\t");
    }

    /** Text of several lines; tabs stay. */
    public static String text(String text) {
        return text.lines().map(line -> escaped(line, "\t")).collect(Collectors.joining(System.lineSeparator()))
                + (text.endsWith("\n") ? System.lineSeparator() : "");
    }

    private static String escaped(String text, String tab) {
        return text.codePoints()
                .mapToObj(each -> each == '\t' ? tab : escaped(each))
                .collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> isSafe(character) ? Character.toString(character) : "\\u%04x".formatted(character);
        };
    }

    private static boolean isSafe(int character) {
        return switch (Character.getType(character)) {
            // the first are invisible, the second reverse what stands around them
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            case Character.FORMAT -> character > 0xFFFF || !isDirection(character);
            default -> true;
        };
    }

    private static boolean isDirection(int character) {
        return character >= 0x200E && character <= 0x200F
                || character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069;
    }
}
