package io.github.gan4j.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The classes of a folder's images. They are what a file of labels says (see {@link LabelFiles}); without one the first-level
 * sub-folders, when there are at least two and every image is in one; else there are none. One folder around everything does
 * not count as a level. Hundreds of sub-folders with a few images each, like the people of Labeled Faces in the Wild, are no
 * classes that a generator could learn.
 */
record FolderLabels(int[] labels, List<String> names) {
    private static final int MANY_FOLDERS = 100;
    private static final int FEW_IMAGES = 10;

    private static final Set<String> ANNOTATIONS = Set.of(
            "mask",
            "masks",
            "label",
            "labels",
            "annotation",
            "annotations",
            "seg",
            "segmentation",
            "segmentations",
            "gt",
            "groundtruth",
            "trimap",
            "trimaps",
            "depth");

    static final FolderLabels NONE = new FolderLabels(new int[0], List.of());

    static FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) throws IOException {
        FolderLabels folders = fromFolders(images);
        Optional<FolderLabels> said = new LabelFiles(files, images, warn).find(!folders.names.isEmpty());
        if (said.isPresent()) return said.get();
        if (folders.names.size() > 1 && folders.names.stream().allMatch(PartName::isOne))
            warn.accept("the classes are called " + String.join(", ", folders.names)
                    + "; if these are the parts of a set, name the one to learn from as the data");
        else if (folders.names.stream().anyMatch(FolderLabels::isOfAnnotations))
            warn.accept("the classes are called " + String.join(", ", folders.names)
                    + "; if one of them holds masks of the others' images, name the one to learn from as the data");
        return folders.worthwhile(warn);
    }

    /** Whether a folder of this name usually holds what was drawn over images, one for each. */
    private static boolean isOfAnnotations(String name) {
        return PartName.words(name).stream().anyMatch(ANNOTATIONS::contains);
    }

    private FolderLabels worthwhile(Consumer<String> warn) {
        int count = names.size();
        if (count < MANY_FOLDERS) return this;
        int[] images = new int[count];
        for (int label : labels) images[label]++;
        long small = Arrays.stream(images).filter(number -> number < FEW_IMAGES).count();
        if (2 * small <= count) return this;
        warn.accept(count + " sub-folders, most with fewer than " + FEW_IMAGES
                + " images, are not taken for classes: the images are unlabelled");
        return NONE;
    }

    private static FolderLabels fromFolders(List<String> images) {
        List<String> folders = images.stream().map(FolderLabels::folder).toList();
        if (folders.contains("")) return NONE;
        if (folders.stream().distinct().count() == 1)
            return fromFolders(images.stream()
                    .map(image -> image.substring(folders.get(0).length() + 1))
                    .toList());
        return named(folders);
    }

    /** Classes by their names, one for each image; numbers follow the order of the names. */
    static FolderLabels named(List<String> each) {
        List<String> names = each.stream().distinct().sorted().toList();
        int[] labels = each.stream()
                .mapToInt(name -> Collections.binarySearch(names, name))
                .toArray();
        return new FolderLabels(labels, names);
    }

    private static String folder(String image) {
        return image.substring(0, Math.max(0, image.indexOf('/')));
    }
}
