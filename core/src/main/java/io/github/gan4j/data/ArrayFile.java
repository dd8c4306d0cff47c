package io.github.gan4j.data;

import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.Npy;
import io.github.gan4j.files.Zip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An array in a {@code .npy} file or in a {@code .npz}, which is a zip of such files, and what its name says of it: which part
 * of a set it is, and whether it holds images or their classes.
 *
 * @param entry its path inside the {@code .npz}; nothing for a {@code .npy}
 */
record ArrayFile(Path file, String entry) {
    private static final Set<String> IMAGES = Set.of("images", "image", "imgs", "img", "x", "data");
    private static final Set<String> CLASSES =
            Set.of("labels", "label", "y", "targets", "target", "classes", "class", "lbls");

    private static final Set<String> NAMES =
            Set.of("name", "names", "map", "mapping", "str", "strings", "text", "texts");

    /** Deflate turns one byte into at most 1032. */
    private static final int MOST_INFLATION = 1032;

    /** What is done with the bytes of an array. */
    interface Use<T> {
        /** @param available how many bytes there can be at most */
        T read(Npy array, InputStream in, long available) throws IOException;
    }

    static boolean isArray(Path file) {
        String ending = Listing.ending(String.valueOf(file.getFileName()));
        return (ending.equals("npy") || ending.equals("npz")) && Files.isRegularFile(file);
    }

    /** The arrays of a file. */
    static List<ArrayFile> in(Path file) throws IOException {
        if (FileKind.of(file) == FileKind.NPY) return List.of(new ArrayFile(file, ""));
        List<ArrayFile> arrays = new ArrayList<>();
        try (Zip zip = Zip.open(file)) {
            for (String name : zip.names()) if (name.endsWith(".npy")) arrays.add(new ArrayFile(file, name));
        }
        return arrays;
    }

    /** The last part of its name, for messages. */
    String name() {
        return file.getFileName() + (entry.isEmpty() ? "" : "/" + entry.replaceFirst("\\.npy$", ""));
    }

    private List<String> words() {
        return PartName.words(name());
    }

    private static boolean says(List<String> said, Set<String> words) {
        return said.stream().anyMatch(words::contains);
    }

    boolean holdsClasses() {
        return tellsClasses() && !says(role(), NAMES);
    }

    /** Whether it is called as classes or as their names. */
    boolean tellsClasses() {
        return says(role(), CLASSES);
    }

    /** Whether it is called as {@code class_names} or {@code label_names}. */
    boolean holdsClassNames() {
        return tellsClasses() && says(role(), NAMES);
    }

    boolean holdsImages() {
        return says(role(), IMAGES) && !tellsClasses();
    }

    /** What says what an array holds: its own name where that does, else that of the file. */
    private List<String> role() {
        List<String> own = PartName.words(entry);
        return says(own, IMAGES) || says(own, CLASSES) ? own : words();
    }

    boolean isOf(Part part) {
        return part() == PartName.of(part);
    }

    boolean isOfNoPart() {
        return part() == PartName.NONE;
    }

    private PartName part() {
        PartName own = PartName.in(entry);
        return own == PartName.NONE ? PartName.in(name()) : own;
    }

    /** What is left of its name without what tells images from classes: the same for both of a pair. */
    String pair() {
        return String.join(
                " ",
                words().stream()
                        .filter(word -> !IMAGES.contains(word)
                                && !CLASSES.contains(word)
                                && !word.equals("arr")
                                && !word.matches("np[yz]|\\d"))
                        .toList());
    }

    /**
     * Reads it.
     *
     * @throws IOException in one line that begins with its name
     */
    <T> T read(Use<T> use) throws IOException {
        try {
            return entry.isEmpty() ? plain(use) : zipped(use);
        } catch (IOException | RuntimeException e) {
            if (e instanceof IllegalArgumentException memory) throw memory;
            String why = e.getMessage() == null ? "it ends too early" : e.getMessage();
            throw new IOException(why.startsWith(file + ": ") ? why : name() + ": " + why, e);
        }
    }

    private <T> T plain(Use<T> use) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return use.read(Npy.header(in), in, Files.size(file));
        }
    }

    private <T> T zipped(Use<T> use) throws IOException {
        try (Zip zip = Zip.open(file);
                InputStream in = new BufferedInputStream(zip.open(entry))) {
            long most = Math.min(zip.size(entry), Files.size(file) * MOST_INFLATION);
            return use.read(Npy.header(in), in, most);
        }
    }

    /** The arrays of a file, or of all such files in a folder. */
    static List<ArrayFile> at(Path path) throws IOException {
        if (!Files.isDirectory(path)) return in(path);
        List<ArrayFile> arrays = new ArrayList<>();
        for (Path file : FileTree.list(path, ArrayFile::isArray)) arrays.addAll(in(file));
        return arrays;
    }
}
