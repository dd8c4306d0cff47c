package io.github.gan4j.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The classes that a file of labels gives to paths of images, as they are written there.
 *
 * @param file its path, for messages
 */
record LabelList(String file, List<Entry> entries) {
    private static final int MOST_CLASSES = 100_000;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{0,18}\\.\\d{1,18}([eE][+-]?\\d{1,3})?");

    /** One line of it: the class of an image, a number or a name. */
    record Entry(String path, String label) {}

    /**
     * The classes of the images. Numbers are themselves, with a class for each from 0 to the largest; names, and numbers where one has a
     * zero in front, are in alphabetical order.
     *
     * @param paths how the images are named in the file, in their order
     */
    FolderLabels of(Collection<String> paths, Map<String, String> labelOf) throws IOException {
        requireNoMeasurements();
        boolean numbers = false, names = false, padded = entries.stream().anyMatch(entry -> isPadded(entry.label));
        for (Entry entry : entries) {
            boolean number = isNumber(entry.label) && !padded;
            numbers |= number;
            names |= !number;
        }
        if (numbers && names)
            throw new IOException(file + ": some of its classes are numbers and some are names, as " + first(true)
                    + " and " + first(false) + "; write all of one kind");
        List<String> labels = new ArrayList<>();
        for (String path : paths) labels.add(labelOf.get(path));
        return numbers ? numbered(labels) : named(labels);
    }

    private String first(boolean number) {
        return entries.stream()
                .map(Entry::label)
                .filter(label -> isNumber(label) == number)
                .findFirst()
                .orElseThrow();
    }

    /** Numbers such as 0.37 are no classes, and no names of classes either. */
    private void requireNoMeasurements() throws IOException {
        for (Entry entry : entries)
            if (!isNumber(entry.label) && NUMBER.matcher(entry.label).matches())
                throw new IOException(file + ": a class is a whole number or a name, got " + entry.label);
    }

    /** Whole numbers, which pandas may have written as 3.0. */
    private static boolean isNumber(String label) {
        return label.matches("[+-]?\\d{1,18}(\\.0+)?");
    }

    /** As 07, which is a name: that of a folder 07 is no other. */
    private static boolean isPadded(String label) {
        return label.matches("0\\d+");
    }

    private FolderLabels numbered(List<String> labels) throws IOException {
        int[] classes = new int[labels.size()];
        int most = 0;
        for (int i = 0; i < classes.length; i++) {
            long number = Long.parseLong(labels.get(i).replaceFirst("\\.0+$", ""));
            if (number < 0 || number >= MOST_CLASSES)
                throw new IOException(
                        file + ": classes must be within 0 and " + (MOST_CLASSES - 1) + ", got " + number);
            classes[i] = (int) number;
            most = Math.max(most, classes[i]);
        }
        return new FolderLabels(
                classes,
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList());
    }

    private FolderLabels named(List<String> labels) throws IOException {
        List<String> names = List.copyOf(new TreeSet<>(labels));
        if (names.size() > MOST_CLASSES)
            throw new IOException(file + ": has " + names.size() + " classes; at most " + MOST_CLASSES + " are read");
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) places.put(names.get(i), i);
        return new FolderLabels(labels.stream().mapToInt(places::get).toArray(), names);
    }
}
