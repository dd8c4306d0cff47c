package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The images in a folder and its sub-folders; links are followed. */
record FolderFiles(Path root, List<String> names) implements ImageFiles {
    FolderFiles(Path root) throws IOException {
        this(root, walk(root, ImageFiles::isImage));
    }

    @Override
    public List<String> others() throws IOException {
        return walk(root, ImageFiles::isOtherImage);
    }

    private static List<String> walk(Path root, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public ImageFile.Content content(String name) throws IOException {
        Path file = root.resolve(name);
        if (file.toFile().length() > MOST_BYTES)
            throw new IOException(file + ": is longer than the " + MOST_BYTES + " bytes that are read");
        return ImageFile.content(file);
    }

    @Override
    public Optional<String> text(String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        if (Files.size(file) > MOST_BYTES)
            throw new IOException(file + ": is longer than the " + MOST_BYTES + " bytes that are read");
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is not text in UTF-8", e);
        }
    }

    @Override
    public void close() {}
}
