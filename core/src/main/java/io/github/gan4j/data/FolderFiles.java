package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The images in a folder and its sub-folders; links are followed. */
record FolderFiles(Path root, List<String> names) implements ImageFiles {
    FolderFiles(Path root) throws IOException {
        this(root, walk(root));
    }

    private static List<String> walk(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .filter(ImageFiles::isImage)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Picture read(String name) throws IOException {
        Path file = root.resolve(name);
        if (file.toFile().length() > MOST_BYTES)
            throw new IOException(file + ": is longer than the " + MOST_BYTES + " bytes that are read");
        return ImageFile.read(file);
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
