package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many images each class has. */
record ClassCounts(List<String> names, int[] images) {
    private static final int MOST_NAMED = 5;

    static ClassCounts of(int[] labels, List<String> names) {
        int[] images = new int[names.size()];
        for (int label : labels) images[label]++;
        return new ClassCounts(names, images);
    }

    /**
     * A class for each of a number of samples, so that after any number of them each class has come as often as its share of the
     * images asks for, to within one; classes of equal shares take turns.
     */
    int[] inProportion(int samples) {
        double all = IntStream.of(images).sum();
        int[] given = new int[images.length], classes = new int[samples];
        for (int i = 0; i < samples; i++) {
            int next = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int label = 0; label < images.length; label++) {
                double missing = images[label] / all * (i + 1) - given[label];
                if (images[label] > 0 && missing > most) {
                    most = missing;
                    next = label;
                }
            }
            given[next]++;
            classes[i] = next;
        }
        return classes;
    }

    /** What is odd about the classes, a sentence each. */
    List<String> notes() {
        return Stream.concat(missing().stream(), alike().stream()).toList();
    }

    /** A sentence about names that only spaces, case or forms of accents tell apart. */
    Optional<String> alike() {
        Map<String, List<String>> forms = names.stream()
                .collect(Collectors.groupingBy(
                        name -> Normalizer.normalize(name, Normalizer.Form.NFKC)
                                .strip()
                                .toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.toList()));
        return forms.values().stream()
                .filter(same -> same.size() > 1)
                .findFirst()
                .map(ClassCounts::doubt);
    }

    private static String doubt(List<String> same) {
        if (same.stream().distinct().count() == 1)
            return same.size() + " classes are called \"" + same.get(0)
                    + "\"; the name means the first of them, the others are asked for by their place, as in #2";
        return "classes " + same.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(" and "))
                + " differ only in spaces, case or accents; are they one?";
    }

    /** A sentence about classes without images, where there are any. */
    Optional<String> missing() {
        int[] missing = IntStream.range(0, images.length)
                .filter(label -> images[label] == 0)
                .toArray();
        if (missing.length == 0) return Optional.empty();
        String all = " of " + Numbers.grouped(images.length);
        if (missing.length == 1)
            return Optional.of("class " + name(missing[0]) + all + " has no images"
                    + (missing[0] == 0 && names.get(0).equals("0") ? "; are the labels counted from 1?" : ""));
        if (missing.length <= MOST_NAMED)
            return Optional.of("classes "
                    + IntStream.of(missing).mapToObj(this::name).collect(Collectors.joining(", "))
                    + all + " have no images");
        return Optional.of(
                Numbers.grouped(missing.length) + all + " classes have no images, first " + name(missing[0]));
    }

    private String name(int label) {
        String name = names.get(label);
        return name.equals(Integer.toString(label)) ? name : label + " (" + name + ")";
    }
}
