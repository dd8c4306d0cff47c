package io.github.gan4j.cli.options;

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
        if (names.contains(part)) {
            classes.add(names.indexOf(part));
            return;
        }
        boolean range = part.matches("\\d{1,6}(-\\d{1,6})?");
        String[] ends = part.split("-");
        int first = range ? Integer.parseInt(ends[0]) : 0;
        int last = range ? Integer.parseInt(ends[ends.length - 1]) : -1;
        if (last < first || last >= names.size())
            throw new IllegalArgumentException(option + " must be classes as in 3 or 0-9 or all, got '" + part
                    + "'; the classes are " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                    + (names.size() > MOST_NAMED ? ", …" : ""));
        IntStream.rangeClosed(first, last).forEach(classes::add);
    }
}
