package io.github.gan4j.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files that appear whole or not at all: written under a temporary name in the same folder, synced, renamed, and the
 * folder synced. A kill at any instant leaves the old file or the new one, and at worst a temporary that
 * {@link #removeLeftovers} or {@link #removeAbandoned} clears. An interrupted thread writes to the end.
 */
public final class AtomicFile {
    private static final String LEFTOVER = ".partial";
    private static final Pattern OURS = Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.partial");

    /** Temporaries that this program is writing: to open one again and close it would take away its lock. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    private AtomicFile() {}

    /** What goes into a file. */
    @FunctionalInterface
    public interface Content<T> {
        /** Writes everything; does not close the target. An interrupt makes it start again with an empty target. */
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
        try {
            if (Files.isDirectory(whole)) throw new IOException("is a folder");
            Uninterrupted.call(() -> replace(whole, content));
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(target + ": cannot be written: " + Reason.of(e), e);
        }
    }

    private static Path replace(Path whole, Content<FileChannel> content) throws IOException {
        Path partial = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + LEFTOVER);
        WRITING.add(partial);
        try {
            try (FileChannel channel =
                    FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                markAsWritten(channel);
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(whole.getParent());
            return whole;
        } finally {
            discard(partial);
            WRITING.remove(partial);
        }
    }

    /** Other programs see by the lock that somebody is still writing. */
    private static void markAsWritten(FileChannel channel) throws IOException {
        try {
            channel.tryLock();
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException unsupported) {
            // then nobody else can tell, and leaves it alone
        }
    }

    /** Whether a file of this name is one that was never finished. */
    static boolean isTemporary(String name) {
        return OURS.matcher(name).matches();
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

    /** Deletes the temporaries in a folder that nobody else writes into; a folder that is not there has none. */
    public static void removeLeftovers(Path folder) throws IOException {
        for (Path leftover : partials(folder)) Files.deleteIfExists(leftover);
    }

    /**
     * Deletes the temporaries that killed programs left in a folder which others may be writing into: those of our names
     * that nobody has locked. Where the system knows no locks they stay.
     */
    public static void removeAbandoned(Path folder) throws IOException {
        for (Path partial : partials(folder))
            if (!WRITING.contains(partial.toAbsolutePath()) && isAbandoned(partial)) Files.deleteIfExists(partial);
    }

    private static boolean isAbandoned(Path partial) {
        try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException unknown) {
            return false;
        }
    }

    private static List<Path> partials(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) return found;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, ".*" + LEFTOVER)) {
            for (Path one : all)
                if (isTemporary(one.getFileName().toString()) && Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    found.add(one);
        }
        return found;
    }
}
