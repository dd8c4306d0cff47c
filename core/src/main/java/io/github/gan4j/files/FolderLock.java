package io.github.gan4j.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that one process writes into a folder, and keeps others from doing so at the same time. The system lets go of it
 * when the process ends, however it ends; the empty hidden file that remains means nothing.
 */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a folder; where the system knows no locks, nothing is kept out.
     *
     * @throws IOException in one line, when another program has it, or the folder cannot be written
     */
    public static FolderLock take(Path folder) throws IOException {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(channel)) return new FolderLock(channel);
            channel.close();
            throw new IOException("is being trained right now; wait until that ends, or stop it");
        } catch (IOException e) {
            throw new IOException(folder + ": " + Reason.of(e), e);
        }
    }

    /**
     * Whether another program has the lock of this folder. Never ask about a folder whose lock this program holds: on
     * most systems looking would let go of it.
     */
    public static boolean heldElsewhere(Path folder) {
        Path file = folder.resolve(".lock");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isFree(channel);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isFree(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        } catch (IOException unsupported) {
            return true; // some network drives
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException whatever) {
            // the lock is gone all the same
        }
    }
}
