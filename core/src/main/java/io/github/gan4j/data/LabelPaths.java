package io.github.gan4j.data;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Finds images under the paths that a file of labels has for them. Slashes of either kind, {@code ./} and forms of accents do
 * not matter; after that the first of these that fits all images: the paths as they are, without a folder around all of one
 * side, the file names alone where these differ; each as it is, in any case, and without its ending.
 *
 * @param all paths of all images that are there, also of those whose classes are not asked for
 */
record LabelPaths(LabelList list, List<String> images, List<String> all) {
    /** One way of bringing both sides together. */
    private record Way(UnaryOperator<String> ofLabel, UnaryOperator<String> ofImage, String says) {
        Way then(UnaryOperator<String> both) {
            return new Way(path -> both.apply(ofLabel.apply(path)), path -> both.apply(ofImage.apply(path)), says);
        }
    }

    /**
     * The classes of the images.
     *
     * @throws IOException in one line, when an image has none or two, or a class is not one
     */
    FolderLabels labels(Consumer<String> warn) throws IOException {
        requireOne();
        int most = 0;
        String missing = images.get(0);
        for (Way way : ways()) {
            Map<String, String> labels = new HashMap<>();
            boolean clear = true;
            for (LabelList.Entry entry : list.entries()) {
                String before = labels.put(way.ofLabel.apply(entry.path()), entry.label());
                clear &= before == null || before.equals(entry.label());
            }
            Set<String> different = new HashSet<>();
            for (String image : all) clear &= different.add(way.ofImage.apply(image));
            if (!clear) continue;
            List<String> paths = images.stream().map(way.ofImage).toList();
            List<String> without =
                    paths.stream().filter(path -> !labels.containsKey(path)).toList();
            int found = paths.size() - without.size();
            if (found == paths.size()) {
                if (!way.says.isEmpty()) warn.accept(list.file() + ": " + way.says);
                unused(labels.keySet(), different, warn);
                return list.of(paths, labels);
            }
            if (found > most) {
                most = found;
                missing = images.get(paths.indexOf(without.get(0)));
            }
        }
        throw new IOException(list.file() + ": has no label for " + missing
                + (most > 0
                        ? ""
                        : "; the first path there is " + list.entries().get(0).path()));
    }

    /** An image that comes twice must have the same class each time. */
    private void requireOne() throws IOException {
        Map<String, String> labels = new HashMap<>();
        for (LabelList.Entry entry : list.entries()) {
            String before = labels.put(plain(entry.path()), entry.label());
            if (before != null && !before.equals(entry.label()))
                throw new IOException(list.file() + ": has two classes for " + entry.path() + ": " + before + " and "
                        + entry.label());
        }
    }

    private void unused(Set<String> labelled, Set<String> there, Consumer<String> warn) {
        List<String> gone =
                labelled.stream().filter(path -> !there.contains(path)).sorted().toList();
        if (!gone.isEmpty())
            warn.accept(list.file() + ": " + gone.size() + " of its " + labelled.size()
                    + " paths are of no image here, as " + gone.get(0));
    }

    private List<Way> ways() {
        String around =
                around(list.entries().stream().map(entry -> plain(entry.path())).toList());
        String within = around(all.stream().map(LabelPaths::plain).toList());
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(LabelPaths::plain, LabelPaths::plain, ""));
        if (!around.equals(within)
                && (around.endsWith("/" + within)
                        || within.endsWith("/" + around)
                        || around.isEmpty()
                        || within.isEmpty()))
            ways.add(new Way(
                    path -> plain(path).substring(around.length()),
                    path -> plain(path).substring(within.length()),
                    around.length() > within.length()
                            ? "its paths are read without the folder "
                                    + around.substring(0, around.length() - within.length())
                            : "its paths are taken to begin in the folder "
                                    + within.substring(0, within.length() - around.length())));
        if (list.entries().stream().noneMatch(entry -> plain(entry.path()).contains("/")))
            ways.add(new Way(
                    LabelPaths::plain,
                    path -> Listing.last(plain(path)),
                    "its images are found by their file names, in whatever folder"));
        List<Way> each = new ArrayList<>();
        for (UnaryOperator<String> form : List.<UnaryOperator<String>>of(
                path -> path, path -> path.toLowerCase(Locale.ROOT), LabelPaths::stem, path -> stem(path)
                        .toLowerCase(Locale.ROOT))) for (Way way : ways) each.add(way.then(form));
        return each;
    }

    /** The folder around all of some paths, with its slash; nothing where there is none. */
    static String around(List<String> paths) {
        String folder =
                paths.isEmpty() ? "" : paths.get(0).substring(0, paths.get(0).lastIndexOf('/') + 1);
        for (String path : paths)
            while (!path.startsWith(folder))
                folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
        return folder;
    }

    private static String plain(String path) {
        return Normalizer.normalize(Listing.inside(path.strip()), Normalizer.Form.NFC);
    }

    /** A path without its ending. */
    static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }
}
