package io.github.gan4j.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all: written under a temporary name in the same folder, synced, renamed, and the
 * folder synced. A kill at any instant leaves the old file or the new one, and at worst a temporary that
 * {@link #removeLeftovers} clears.
 */
public final class AtomicFile {
    private static final String LEFTOVER = ".partial";

    private AtomicFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content<T> {
        void writeTo(T target) throws IOException;
    }

    /**
     * Writes through a buffered stream.
     *
     * @throws IOException in one line that names the target, whatever went wrong; the target is as it was before
     */
    public static void write(Path target, Content<OutputStream> content) throws IOException {
        writeChannel(target, channel -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
        });
    }

    /** Writes a text as UTF-8; errors as in {@link #write}. */
    public static void writeString(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes through a channel, for large binary data; errors as in {@link #write}. */
    public static void writeChannel(Path target, Content<FileChannel> content) throws IOException {
        Path whole = target.toAbsolutePath();
        Path partial = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + LEFTOVER);
        try {
            try (FileChannel channel =
                    FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(whole.getParent());
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(target + ": cannot be written: " + Reason.of(e), e);
        } finally {
            discard(partial);
        }
    }

    private static void discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException stuck) {
            // the error on its way, if any, says more than this one would
        }
    }

    /** Makes a rename in this folder survive a power cut, where the system can sync folders. */
    private static void sync(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows opens no folders; its rename is durable enough without
        }
    }

    /** Deletes the temporaries that killed writers left in this folder; a folder that is not there has none. */
    public static void removeLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, ".*" + LEFTOVER)) {
            for (Path leftover : leftovers) Files.deleteIfExists(leftover);
        }
    }
}
