package io.github.gan4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Classes as people write them, by name or number: {@code 3}, {@code cat,dog}, {@code 0-9}, {@code all}. */
final class ClassNumbers {
    private static final int MOST_NAMED = 20;

    private ClassNumbers() {}

    /**
     * @param option for messages
     * @param names of the classes, empty for a generator that is told none
     */
    static List<Integer> of(String option, String text, List<String> names) {
        if (names.isEmpty())
            throw new IllegalArgumentException(
                    option + ": this generator is told no classes; train a conditional one, as in mnist-conditional");
        if (text.equals("all")) return IntStream.range(0, names.size()).boxed().toList();
        List<Integer> classes = new ArrayList<>();
        for (String part : text.split(",", -1)) addPart(classes, option, part.strip(), names);
        return classes;
    }

    /** The only class, or the first of all where none is asked for; empty for a generator that is told none. */
    static OptionalInt one(String option, Optional<String> text, List<String> names) {
        if (text.isEmpty()) return names.isEmpty() ? OptionalInt.empty() : OptionalInt.of(0);
        List<Integer> classes = of(option, text.get(), names);
        if (classes.size() != 1)
            throw new IllegalArgumentException(option + " must be one class, got '" + text.get() + "'");
        return OptionalInt.of(classes.get(0));
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
