package io.github.gan4j.cli.terminal;

import java.nio.charset.StandardCharsets;

/** Words of commands that somebody may copy into a POSIX shell. */
public final class ShellQuote {
    private static final String PLAIN = "_@%+=:,./-";

    private ShellQuote() {}

    /** The word, in quotes where the shell would read it as something else. */
    public static String of(Object word) {
        String text = word.toString();
        if (text.startsWith("-")) return of("./" + text);
        if (text.codePoints().anyMatch(Character::isISOControl)) return "$'" + escaped(text) + "'";
        return !text.isEmpty() && text.codePoints().allMatch(ShellQuote::isPlain)
                ? text
                : "'" + text.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0;
    }

    private static String escaped(String text) {
        StringBuilder quoted = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each >= ' ' && each < 127 && each != '\'' && each != '\\';
            quoted.append(plain ? String.valueOf((char) each) : "\\%03o".formatted(each & 0xFF));
        }
        return quoted.toString();
    }
}
