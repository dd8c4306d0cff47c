package io.github.gan4j.data;

import io.github.gan4j.glossary.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Classes as people write them, by name or number: {@code 3}, {@code cat,dog}, {@code 0-9}, {@code all}. */
public final class ClassList {
    private static final int MOST_NAMED = 20;

    private ClassList() {}

    /**
     * The numbers of classes.
     *
     * @param option for messages
     * @param names of all classes; empty for a generator that is not class-conditional
     */
    public static List<Integer> of(String option, String text, List<String> names) {
        if (names.isEmpty())
            throw new IllegalArgumentException(option
                    + ": this generator is not class-conditional; train one that is, as with the preset"
                    + " mnist-conditional");
        if (text.equals("all")) return IntStream.range(0, names.size()).boxed().toList();
        List<Integer> classes = new ArrayList<>();
        for (String part : text.split(",", -1)) addPart(classes, option, part.strip(), names);
        return classes;
    }

    /** The number of a single class. */
    public static int one(String option, String text, List<String> names) {
        List<Integer> classes = of(option, text, names);
        if (classes.size() != 1) throw new IllegalArgumentException(option + " must be one class, got '" + text + "'");
        return classes.get(0);
    }

    private static void addPart(List<Integer> classes, String option, String part, List<String> names) {
        int single = number(part, names);
        List<Integer> found = single >= 0 ? List.of(single) : range(part, names);
        if (found.isEmpty())
            throw new IllegalArgumentException(option + " must be classes as in 3 or 0-9 or all, got '" + part
                    + "'; the classes are " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                    + (names.size() > MOST_NAMED ? ", …" : "") + Suggestions.didYouMean(part, names));
        classes.addAll(found);
    }

    /** The class of this name, or else of this number; where all names are numbers, those are the only ones. */
    private static int number(String word, List<String> names) {
        int named = names.indexOf(word);
        boolean counts = named < 0 && word.matches("\\d{1,6}") && !numbers(names);
        return counts && Integer.parseInt(word) < names.size() ? Integer.parseInt(word) : named;
    }

    private static boolean numbers(List<String> names) {
        return names.stream().allMatch(name -> name.matches("\\d{1,6}"));
    }

    private static List<Integer> range(String part, List<String> names) {
        if (!part.matches("\\d{1,6}-\\d{1,6}")) return List.of();
        String[] ends = part.split("-");
        if (number(ends[0], names) < 0 || number(ends[1], names) < 0) return List.of();
        int first = Integer.parseInt(ends[0]), last = Integer.parseInt(ends[1]);
        return IntStream.rangeClosed(first, last)
                .mapToObj(each -> number(Integer.toString(each), names))
                .filter(each -> each >= 0)
                .toList();
    }
}
