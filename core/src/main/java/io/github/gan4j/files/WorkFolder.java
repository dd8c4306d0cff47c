package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A hidden folder in which something is prepared, removed with everything in it when this is closed. A lock in it says that somebody is at
 * work; what killed programs have left is removed when the next one of the same name is made.
 */
public final class WorkFolder implements AutoCloseable {
    private final Path path;
    private final FolderLock lock;

    private WorkFolder(Path path) throws IOException {
        this.path = path;
        this.lock = FolderLock.take(path);
    }

    /** One beside the folder that it is to become, with the permissions of any other folder. */
    public static WorkFolder beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        Files.createDirectories(whole.getParent());
        String start = "." + whole.getFileName() + "-";
        removeAbandoned(whole.getParent(), start);
        return new WorkFolder(Files.createDirectory(whole.resolveSibling(start + System.nanoTime())));
    }

    /** One in the system's folder for temporary files, for the eyes of this user alone. */
    public static WorkFolder temporary(String name) throws IOException {
        String start = "." + name + "-";
        removeAbandoned(Path.of(System.getProperty("java.io.tmpdir")), start);
        return new WorkFolder(Files.createTempDirectory(start));
    }

    public Path path() {
        return path;
    }

    /** What has been put into it. */
    public List<Path> files() throws IOException {
        return FileTree.list(path, file -> !file.getFileName().toString().equals(FolderLock.NAME));
    }

    /** Gives it another name, and its end as a work folder. */
    public void become(Path target) throws IOException {
        lock.close();
        Files.delete(path.resolve(FolderLock.NAME));
        Files.move(path, target);
    }

    /** What cannot be found or removed stays: the work at hand does not need it gone. */
    private static void removeAbandoned(Path parent, String start) {
        Pattern ours = Pattern.compile(Pattern.quote(start) + "\\d+");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                parent, path -> ours.matcher(path.getFileName().toString()).matches())) {
            all.forEach(found::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            return;
        }
        for (Path folder : found) {
            try {
                // whoever makes one has its lock before there is anything in it
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && FolderLock.isFree(folder))
                    FileTree.remove(folder);
            } catch (IOException stuck) {
                // it may be another user's
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        FileTree.remove(path);
    }
}
