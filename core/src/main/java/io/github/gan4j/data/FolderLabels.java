package io.github.gan4j.data;

import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of a folder's images. They are what a file of labels says (see {@link LabelFiles}); without one the first-level
 * sub-folders, when there are at least two and every image is in one; else there are none. One folder around everything does
 * not count as a level. Hundreds of sub-folders with a few images each, like the people of Labeled Faces in the Wild, are no
 * classes that a generator could learn.
 */
record FolderLabels(int[] labels, List<String> names) {
    private static final int MANY_FOLDERS = 100;
    private static final int FEW_IMAGES = 10;
    private static final int MOST_NAMED = 5;
    private static final int MOST_PAIRED = 4, FEWEST_PAIRS = 3;

    private static final Set<String> ANNOTATIONS = Set.of(
            "mask",
            "masks",
            "label",
            "labels",
            "annotation",
            "annotations",
            "ann",
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
        if (folders.names.isEmpty()) loose(images).ifPresent(warn);
        else folders.doubt(images).ifPresent(doubt -> warn.accept(doubt + ", name the one to learn from as the data"));
        folders.withoutImages(files, images).ifPresent(warn);
        return folders.worthwhile(warn);
    }

    /** Why the folders may be no classes, as a sentence that says what to do if it is so. */
    private Optional<String> doubt(List<String> images) {
        String called = "the classes are called " + String.join(", ", names) + "; if ";
        Set<PartName> parts = names.stream().map(PartName::in).collect(Collectors.toSet());
        if (parts.contains(PartName.TRAIN) && (parts.contains(PartName.TEST) || parts.contains(PartName.OTHER)))
            return Optional.of(called + "these are the parts of a set");
        if (names.stream().anyMatch(FolderLabels::isOfAnnotations))
            return Optional.of(called + "one of them holds masks of the others' images");
        if (names.size() <= MOST_PAIRED && inPairs(images))
            return Optional.of("the classes " + String.join(", ", names)
                    + " hold images of the same names; if these are several forms of the same images");
        return Optional.empty();
    }

    /** Whether each folder holds the same names, whatever their endings. */
    private boolean inPairs(List<String> images) {
        List<Set<String>> inside =
                names.stream().map(name -> new HashSet<String>()).collect(Collectors.toList());
        int around = LabelPaths.around(images).length();
        for (int i = 0; i < labels.length; i++)
            inside.get(labels[i])
                    .add(LabelPaths.stem(images.get(i)
                            .substring(around + names.get(labels[i]).length())));
        return inside.get(0).size() >= FEWEST_PAIRS
                && inside.stream().distinct().count() == 1;
    }

    /** Why images in sub-folders have no classes, where only some lie in these. */
    private static Optional<String> loose(List<String> images) {
        int around = LabelPaths.around(images).length();
        List<String> inside =
                images.stream().map(image -> image.substring(around)).toList();
        List<String> outside =
                inside.stream().filter(image -> folder(image).isEmpty()).toList();
        List<String> folders = inside.stream()
                .map(FolderLabels::folder)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
        if (folders.size() < 2 || outside.isEmpty()) return Optional.empty();
        return Optional.of("the sub-folders " + folders.get(0) + ", " + folders.get(1)
                + (folders.size() > 2 ? ", …" : "") + " are not taken for classes, since "
                + Numbers.of(outside.size(), "image") + " lie" + (outside.size() == 1 ? "s" : "")
                + " outside of them, as " + outside.get(0));
    }

    /** Sub-folders that are no classes, since no image of theirs is used: beside classes, or empty beside all images. */
    private Optional<String> withoutImages(ImageFiles files, List<String> images) {
        String around = LabelPaths.around(images);
        String level = names.isEmpty() ? around.replaceFirst("[^/]+/$", "") : around;
        Stream<String> filled = names.isEmpty() ? files.listing().all() : images.stream();
        Set<String> beside = filled.filter(name -> name.startsWith(level))
                .map(name -> folder(name.substring(level.length())))
                .collect(Collectors.toSet());
        List<String> without = files.folders().stream()
                .filter(folder -> folder.startsWith(level) && folder.length() > level.length())
                .map(folder -> folder.substring(level.length()))
                .filter(folder -> !folder.contains("/") && !beside.contains(folder))
                .toList();
        if (without.isEmpty() || names.isEmpty() && around.isEmpty()) return Optional.empty();
        boolean one = without.size() == 1;
        return Optional.of("the sub-folder" + (one ? " " : "s ")
                + String.join(", ", without.subList(0, Math.min(MOST_NAMED, without.size())))
                + (without.size() > MOST_NAMED ? ", …" : "")
                + (one
                        ? " holds no images that are read and is no class"
                        : " hold no images that are read and are no classes"));
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
