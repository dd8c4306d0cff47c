package io.github.gan4j.data;

import io.github.gan4j.glossary.Suggestions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Classes as people write them, everywhere: by name, or else by number, from 0 in the order of the names. {@code 3}, {@code cat,dog},
 * {@code 0-9} and {@code all} are such lists. Where a class is named by a number that is not its own, as of folders {@code 3},
 * {@code 7} and {@code 10}, numbers are names only; {@code #2} is the third class of any list. gan4j itself writes a class by its name.
 */
public final class ClassList {
    private static final int MOST_NAMED = 20;
    private static final String ALL = "all";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern PLACE = Pattern.compile("#(\\d{1,6})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})-(\\d{1,6})");

    /** What every file system takes as it is. */
    private static final Pattern OF_FILES = Pattern.compile("(?!\\.)[^\\p{Cntrl}/\\\\:*?\"<>|]{1,40}(?<![. ])");

    private ClassList() {}

    /**
     * The numbers of classes.
     *
     * @param option for messages
     * @param names of all classes; empty for a generator that is not class-conditional
     */
    public static List<Integer> of(String option, String text, List<String> names) {
        requireClasses(option, names);
        if (text.equals(ALL)) return IntStream.range(0, names.size()).boxed().toList();
        if (names.contains(text)) return List.of(names.indexOf(text));
        List<Integer> classes = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            List<Integer> found = part(part.strip(), names);
            if (found.isEmpty())
                throw new IllegalArgumentException(option + " must be classes as in 3 or 0-9 or all, got '" + text + "'"
                        + (part.equals(text) ? "" : ", where " + wrong(part.strip())) + known(part.strip(), names));
            classes.addAll(found);
        }
        return classes;
    }

    /** The number of a single class. */
    public static int one(String option, String text, List<String> names) {
        requireClasses(option, names);
        int number = Math.max(number(text, names), number(text.strip(), names));
        if (number < 0)
            throw new IllegalArgumentException(option + " must be one class by its name or number, got '" + text + "'"
                    + known(text.strip(), names));
        return number;
    }

    /** A class as a piece of a file's name: its own name, or {@code #2} where that is no name of a file or one but for case. */
    public static String fileName(int label, List<String> names) {
        String name = names.get(label);
        boolean alone = names.stream().filter(name::equalsIgnoreCase).count() == 1;
        return alone && OF_FILES.matcher(name).matches() && isPath(name) ? name : "#" + label;
    }

    /** Where there is no locale, letters beyond ASCII are lost in paths. */
    private static boolean isPath(String name) {
        try {
            return Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException lost) {
            return false;
        }
    }

    private static void requireClasses(String option, List<String> names) {
        if (names.isEmpty())
            throw new IllegalArgumentException(option
                    + ": this generator is not class-conditional; train one that is, as with the preset"
                    + " mnist-conditional");
    }

    /** The classes of one word; none where it names none. */
    private static List<Integer> part(String part, List<String> names) {
        int single = number(part, names);
        return single >= 0 ? List.of(single) : range(part, names);
    }

    private static String wrong(String part) {
        return "'" + part + (part.equals(ALL) ? "' must stand alone" : "' is none");
    }

    private static String known(String word, List<String> names) {
        return "; the classes are " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                + (names.size() > MOST_NAMED ? ", …" : "") + meant(word, names);
    }

    /** Beside what is spelled alike, 07 for 7. */
    private static String meant(String part, List<String> names) {
        return names.stream()
                .filter(name ->
                        NUMBER.matcher(name).matches() && NUMBER.matcher(part).matches())
                .filter(name -> Integer.parseInt(name) == Integer.parseInt(part))
                .findFirst()
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> Suggestions.didYouMean(part, names));
    }

    /** The class of this name, or else of this number; -1 for none. */
    private static int number(String word, List<String> names) {
        if (names.contains(word)) return names.indexOf(word);
        Matcher place = PLACE.matcher(word);
        if (!place.matches() && !(NUMBER.matcher(word).matches() && countedFromZero(names))) return -1;
        int number = Integer.parseInt(place.matches() ? place.group(1) : word);
        return number < names.size() ? number : -1;
    }

    /** Whether no class is named by a number that is not its own. */
    private static boolean countedFromZero(List<String> names) {
        return IntStream.range(0, names.size())
                .noneMatch(i -> NUMBER.matcher(names.get(i)).matches() && Integer.parseInt(names.get(i)) != i);
    }

    /** Classes from one number to another, both of which must be there. */
    private static List<Integer> range(String part, List<String> names) {
        Matcher ends = RANGE.matcher(part);
        if (!ends.matches() || number(ends.group(1), names) < 0 || number(ends.group(2), names) < 0) return List.of();
        int first = Integer.parseInt(ends.group(1)), last = Integer.parseInt(ends.group(2));
        if (countedFromZero(names))
            return IntStream.rangeClosed(first, last).boxed().toList();
        return IntStream.range(0, names.size())
                .filter(i -> NUMBER.matcher(names.get(i)).matches())
                .filter(i -> Integer.parseInt(names.get(i)) >= first && Integer.parseInt(names.get(i)) <= last)
                .boxed()
                .sorted(Comparator.comparingInt(i -> Integer.parseInt(names.get(i))))
                .toList();
    }
}
