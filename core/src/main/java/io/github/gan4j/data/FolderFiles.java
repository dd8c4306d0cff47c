package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.ImageKind;
import io.github.gan4j.numbers.Numbers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The files in a folder and its sub-folders; links are followed. */
record FolderFiles(Path root, Listing listing, Set<String> folders) implements ImageFiles {
    static FolderFiles open(Path root) throws IOException {
        List<String> names = new ArrayList<>(), circles = new ArrayList<>();
        Set<String> folders = new TreeSet<>();
        Files.walkFileTree(
                root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        if (Listing.isVisible(inside(root, folder))) folders.add(inside(root, folder));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        // a link into nowhere comes as a link; it is named when it cannot be read
                        if (attributes.isRegularFile() || attributes.isSymbolicLink()) names.add(inside(root, file));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                        if (Listing.isVisible(inside(root, file))) {
                            if (!(e instanceof FileSystemLoopException)) throw e;
                            circles.add(inside(root, file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new FolderFiles(root, Listing.of(names, notes(circles), name -> head(root.resolve(name))), folders);
    }

    /** A folder that a link leads back to has been seen already. */
    private static List<String> notes(List<String> circles) {
        if (circles.isEmpty()) return List.of();
        circles.sort(null);
        return List.of(Numbers.of(circles.size(), "link") + " passed over that lead" + (circles.size() == 1 ? "s" : "")
                + " in a circle, as " + circles.get(0));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ImageKind.HEAD);
        }
    }

    private static String inside(Path root, Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }

    @Override
    public <T> T decoded(String name, Function<ImageFile.Content, T> use) throws IOException {
        return ImageFile.decoded(readable(name), use);
    }

    @Override
    public byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(readable(name));
    }

    private Path readable(String name) throws IOException {
        Path file = root.resolve(name);
        if (Files.isSymbolicLink(file) && !Files.exists(file))
            throw new IOException(file + ": is a link to " + Files.readSymbolicLink(file) + ", which does not exist");
        if (file.toFile().length() > MOST_BYTES)
            throw new IOException(file + ": is longer than the " + MOST_BYTES + " bytes that are read");
        return file;
    }

    @Override
    public void close() {}
}
