package io.github.gan4j.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Says that one process writes into a folder, and keeps others from doing so at the same time. Whoever lacks the lock
 * deletes nothing. The system lets go of it when the process ends, however it ends; the empty hidden file that remains
 * means nothing.
 */
public final class FolderLock implements AutoCloseable {
    static final String NAME = ".lock";
    private static final int ATTEMPTS = 100;

    /** Others hold a lock for a moment only, to see whether it is free. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Folders that this program holds: closing a second channel to their lock file would let go of the first. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path real;
    private final boolean made;
    private final Held held;

    /** @param key of the lock file, by which it is known again */
    private record Held(FileChannel channel, Object key) {}

    private FolderLock(Path folder, Path real, boolean made, Held held) {
        this.folder = folder;
        this.real = real;
        this.made = made;
        this.held = held;
    }

    /**
     * Takes the lock of a folder; where the system knows no locks, other programs are not kept out.
     *
     * @throws IOException in one line, when somebody has it, or the folder cannot be written
     */
    public static FolderLock take(Path folder) throws IOException {
        return take(folder, false);
    }

    /**
     * Makes a folder, or takes an empty one, and its lock.
     *
     * @throws IOException in one line, when the folder holds something, somebody has its lock, or it cannot be made
     */
    public static FolderLock takeFree(Path folder) throws IOException {
        RunFolder.requireFree(folder);
        boolean made = make(folder);
        try {
            FolderLock lock = take(folder, made);
            try {
                RunFolder.requireFree(folder);
                return lock;
            } catch (IOException taken) {
                lock.close();
                throw taken;
            }
        } catch (IOException e) {
            if (made) deleteEmpty(folder);
            throw e;
        }
    }

    private static void deleteEmpty(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException inUse) {
            // somebody has put something into it meanwhile
        }
    }

    private static boolean make(Path folder) throws IOException {
        try {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException there) {
            if (Files.isDirectory(folder)) return false;
            throw new IOException(folder + ": " + there.getFile() + " is not a folder", there);
        } catch (IOException e) {
            throw new IOException(folder + ": " + Reason.of(e), e);
        }
    }

    private static FolderLock take(Path folder, boolean made) throws IOException {
        try {
            Path real = folder.toRealPath();
            long until = System.nanoTime() + PATIENCE_NANOS;
            while (!OURS.add(real)) pause(until);
            try {
                return new FolderLock(folder, real, made, Uninterrupted.call(() -> hold(real.resolve(NAME), until)));
            } catch (IOException | RuntimeException e) {
                OURS.remove(real);
                throw e;
            }
        } catch (IOException e) {
            throw new IOException(folder + ": " + Reason.of(e), e);
        }
    }

    private static void pause(long until) throws IOException {
        if (System.nanoTime() > until) throw busy();
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private static IOException busy() {
        return new IOException("is being trained right now; wait until that ends, or stop it");
    }

    /** A lock counts only when its file is still the one of that name: whoever gave up the folder has removed it. */
    private static Held hold(Path file, long until) throws IOException {
        for (int lost = 0; lost < ATTEMPTS; ) {
            Optional<Object> before = key(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean sound = false;
            try {
                if (isFree(channel)) {
                    sound = before.isPresent() && before.equals(key(file));
                    if (sound) return new Held(channel, before.get());
                    lost++;
                } else {
                    pause(until);
                }
            } finally {
                if (!sound) channel.close();
            }
        }
        throw busy();
    }

    private static Optional<Object> key(Path file) throws IOException {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? NAME : key); // Windows has no keys, and removes no file that is open
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Whether another program has the lock of this folder; that of this one does not count. */
    public static boolean heldElsewhere(Path folder) {
        return state(folder) == State.HELD_ELSEWHERE;
    }

    /** Whether there is a lock file in this folder that nobody holds; never where the system knows no locks. */
    static boolean isFree(Path folder) {
        return state(folder) == State.FREE;
    }

    private enum State {
        FREE,
        HELD_HERE,
        HELD_ELSEWHERE,
        UNKNOWN
    }

    private static State state(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return State.UNKNOWN;
        try {
            Path real = folder.toRealPath();
            if (!OURS.add(real)) return State.HELD_HERE;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return channel.tryLock() == null ? State.HELD_ELSEWHERE : State.FREE;
            } catch (OverlappingFileLockException ourselves) {
                return State.HELD_ELSEWHERE;
            } finally {
                OURS.remove(real);
            }
        } catch (IOException unknown) {
            return State.UNKNOWN;
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        } catch (ClosedChannelException interrupted) {
            throw interrupted;
        } catch (IOException unsupported) {
            return true; // some network drives
        }
    }

    /** The folder, as it was named. */
    public Path folder() {
        return folder;
    }

    /** Whether this program made the folder to take its lock. */
    boolean madeFolder() {
        return made;
    }

    /**
     * Whether the folder is still where it was.
     *
     * @throws IOException in one line, when it was renamed or deleted since its lock was taken
     */
    public void requireThere() throws IOException {
        Optional<Object> now = key(folder.resolve(NAME));
        if (!now.equals(Optional.of(held.key())))
            throw new IOException(folder + ": was renamed or deleted meanwhile; nothing more is written there");
    }

    @Override
    public void close() {
        if (!held.channel().isOpen()) return;
        try {
            held.channel().close();
        } catch (IOException whatever) {
            // the lock is gone all the same
        } finally {
            OURS.remove(real);
        }
    }
}
