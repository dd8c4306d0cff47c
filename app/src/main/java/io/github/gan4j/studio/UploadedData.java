package io.github.gan4j.studio;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.Survey;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.FileTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** Zips of images that people gave the studio: in the folder {@code uploads} beside the runs, each under a name of its own. */
final class UploadedData {
    /** Stands before the name of one where a form or a plan names data. */
    static final String PREFIX = "uploads/";
    /** The most bytes of a file. */
    static final long MOST_BYTES = 2L << 30;

    private static final int MOST_FILES = 200;
    private static final long LEAST_BYTES_A_SECOND = 50_000, SECONDS_TO_BEGIN = 30, SPARE_BYTES = 256L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}\\.zip");

    private final Path folder;
    /** Slow senders would take the threads, and large files the disk. */
    private final ReentrantLock taking = new ReentrantLock();

    UploadedData(Path runs) {
        folder = runs.resolve("uploads");
    }

    /** @param name with {@link #PREFIX} in front */
    record File(String name, long bytes) {}

    /** A file that was taken, and what its images look like. */
    record Taken(String name, long bytes, Survey survey) {}

    /** All of them, by name. */
    List<File> all() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return List.of();
        return FileTree.list(folder, UploadedData::isOne).stream()
                .map(file -> new File(PREFIX + file.getFileName(), file.toFile().length()))
                .toList();
    }

    private static boolean isOne(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws Refusal when there is none of this name, which has no {@link #PREFIX} */
    Path path(String name) {
        Path file = NAME.matcher(name).matches() ? folder.resolve(name) : folder;
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            throw Refusal.missing("there is no upload '" + name + "'");
        return file;
    }

    /**
     * Takes a zip and looks at every image in it; what cannot be trained on is not kept.
     *
     * @param wanted name of the file that was sent; another one is found where it is taken
     * @param announced bytes to come; below 0 when that was not said
     * @throws Refusal when there is no room for it
     * @throws IOException in one line, when it is no zip of images
     */
    Taken take(String wanted, InputStream body, long announced) throws IOException {
        if (announced > MOST_BYTES) throw tooLarge();
        if (!taking.tryLock()) throw Refusal.conflict("another file is being uploaded; wait for its end");
        try {
            if (all().size() >= MOST_FILES)
                throw Refusal.tooLarge("the studio keeps at most " + MOST_FILES + " uploads; remove some first");
            Files.createDirectories(folder);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                throw Refusal.forbidden("the folder uploads is a link");
            if (Math.max(announced, 0) > Files.getFileStore(folder).getUsableSpace() - SPARE_BYTES)
                throw Refusal.tooLarge("there is no room for " + announced + " bytes on this disk");
            return looked(written(wanted, body));
        } catch (IOException failed) {
            throw new IOException(PlainLine.of(failed), failed);
        } finally {
            taking.unlock();
        }
    }

    private static Refusal tooLarge() {
        return Refusal.tooLarge("an upload has at most " + MOST_BYTES + " bytes");
    }

    private Path written(String wanted, InputStream body) throws IOException {
        InputStream zip = new BufferedInputStream(body);
        zip.mark(4);
        byte[] start = zip.readNBytes(4);
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K' || start[2] != 3 || start[3] != 4)
            throw new IOException("this file is no zip, or has nothing in it");
        zip.reset();
        Path file = free(wanted);
        AtomicFile.write(file, out -> copy(zip, out));
        return file;
    }

    /** The name of the file as far as it can be kept, with a number behind it where it is taken. */
    private Path free(String wanted) {
        String plain = wanted.replaceAll("(?i)\\.zip$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[^A-Za-z0-9]+", "");
        String name = plain.isEmpty() ? "images" : plain.substring(0, Math.min(60, plain.length()));
        Path file = folder.resolve(name + ".zip");
        for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++)
            file = folder.resolve(name + "-" + i + ".zip");
        return file;
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        long begun = System.nanoTime(), bytes = 0;
        byte[] piece = new byte[1 << 16];
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            to.write(piece, 0, read);
            bytes += read;
            if (bytes > MOST_BYTES) throw tooLarge();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            if (seconds > SECONDS_TO_BEGIN + bytes / LEAST_BYTES_A_SECOND)
                throw new Refusal(408, "the file came too slowly");
        }
    }

    private static Taken looked(Path file) throws IOException {
        try {
            Survey survey = Survey.of(DataSource.at(file), Part.TRAIN, Watcher.NOBODY);
            if (survey.usable() == 0) throw new IOException(file.getFileName() + ": has no image that can be used");
            return new Taken(PREFIX + file.getFileName(), Files.size(file), survey);
        } catch (IOException | RuntimeException unusable) {
            Files.deleteIfExists(file);
            throw unusable;
        }
    }

    /** @throws Refusal when there is none of this name, which has no {@link #PREFIX} */
    void remove(String name) throws IOException {
        Files.delete(path(name));
    }
}
