package io.github.gan4j.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The classes of a folder's images. They are what {@code dataset.json} says ({@code {"labels": [["a/b.png", 3], …]}}, or
 * null for none); without it the first-level sub-folders, when there are at least two and every image is in one; else
 * there are none. One folder around everything does not count as a level. Hundreds of sub-folders with a few images each,
 * like the people of Labeled Faces in the Wild, are no classes that a generator could learn.
 */
record FolderLabels(int[] labels, List<String> names) {
    private static final int MOST_CLASSES = 100_000;
    private static final int MANY_FOLDERS = 100;
    private static final int FEW_IMAGES = 10;
    private static final FolderLabels NONE = new FolderLabels(new int[0], List.of());

    static FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) throws IOException {
        Optional<String> json = files.text("dataset.json");
        if (json.isEmpty()) return classes(fromFolders(images), warn);
        FolderLabels labels = fromJson(json.get(), images);
        return new FolderLabels(labels.labels, ClassNames.of(files.text(ClassNames.FILE), labels.names));
    }

    private static FolderLabels classes(FolderLabels found, Consumer<String> warn) {
        int count = found.names.size();
        if (count < MANY_FOLDERS) return found;
        int[] images = new int[count];
        for (int label : found.labels) images[label]++;
        long small = Arrays.stream(images).filter(number -> number < FEW_IMAGES).count();
        if (2 * small <= count) return found;
        warn.accept(count + " sub-folders, most with fewer than " + FEW_IMAGES
                + " images, are not taken for classes: the images are unlabelled");
        return NONE;
    }

    private static FolderLabels fromFolders(List<String> images) {
        List<String> folders = images.stream().map(FolderLabels::folder).toList();
        if (folders.contains("")) return NONE;
        List<String> names = folders.stream().distinct().sorted().toList();
        if (names.size() == 1)
            return fromFolders(images.stream()
                    .map(image -> image.substring(names.get(0).length() + 1))
                    .toList());
        int[] labels = folders.stream()
                .mapToInt(folder -> Collections.binarySearch(names, folder))
                .toArray();
        return new FolderLabels(labels, names);
    }

    private static String folder(String image) {
        return image.substring(0, Math.max(0, image.indexOf('/')));
    }

    private static FolderLabels fromJson(String json, List<String> images) throws IOException {
        Map<String, Integer> classes = classes(json);
        if (classes.isEmpty()) return NONE;
        int[] labels = new int[images.size()];
        for (int i = 0; i < labels.length; i++) {
            String image = images.get(i);
            if (!classes.containsKey(image)) throw new IOException("dataset.json: has no label for " + image);
            labels[i] = classes.get(image);
        }
        int most = Arrays.stream(labels).max().orElseThrow();
        List<String> names =
                IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
        return new FolderLabels(labels, names);
    }

    private static Map<String, Integer> classes(String json) throws IOException {
        JsonNode labels;
        try {
            labels = new ObjectMapper().readTree(json).path("labels");
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "dataset.json: " + e.getOriginalMessage() + " in line "
                            + e.getLocation().getLineNr(),
                    e);
        }
        Map<String, Integer> classes = new HashMap<>();
        if (labels.isMissingNode() || labels.isNull()) return classes;
        List<JsonNode> pairs = new ArrayList<>();
        labels.forEach(pairs::add);
        for (JsonNode pair : pairs) {
            JsonNode label = pair.path(1);
            if (!pair.path(0).isTextual() || !label.isIntegralNumber() || !label.canConvertToInt())
                throw new IOException("dataset.json: expected [\"path\", class] pairs, got " + shortened(pair));
            if (label.intValue() < 0 || label.intValue() >= MOST_CLASSES)
                throw new IOException(
                        "dataset.json: classes must be within 0 and " + (MOST_CLASSES - 1) + ", got " + label);
            classes.put(pair.path(0).textValue(), label.intValue());
        }
        return classes;
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
