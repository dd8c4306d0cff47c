package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The images in a zip file. Nothing is extracted, and no entry is inflated beyond a bound. */
record ZipFiles(Path path, ZipFile zip, List<String> names) implements ImageFiles {
    ZipFiles(Path path) throws IOException {
        this(path, open(path));
    }

    private ZipFiles(Path path, ZipFile zip) {
        this(path, zip, list(zip, ImageFiles::isImage));
    }

    @Override
    public List<String> others() {
        return list(zip, ImageFiles::isOtherImage);
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new IOException(path + ": is not a sound zip file (" + e.getMessage() + ")", e);
        }
    }

    private static List<String> list(ZipFile zip, Predicate<String> wanted) {
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .filter(wanted)
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public ImageFile.Content content(String name) throws IOException {
        return ImageFile.content(bytes(zip.getEntry(name)), path.getFileName() + "/" + name);
    }

    @Override
    public Optional<String> text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(new String(bytes(entry), StandardCharsets.UTF_8));
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        String name = path.getFileName() + "/" + entry.getName();
        if (entry.getSize() > MOST_BYTES)
            throw new IOException(name + ": is longer than the " + MOST_BYTES + " bytes that are read");
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES)
                throw new IOException(name + ": is longer than the " + MOST_BYTES + " bytes that are read");
            return bytes;
        } catch (ZipException e) {
            throw new IOException(name + ": is damaged (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
