package io.github.gan4j.run;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The real file system with a disk that is full from its n-th write on: whatever makes, fills, syncs or renames a file
 * counts, deleting does not. Paths of it are handed to gan4j, which reaches the disk through them and in no other way:
 * they have no {@link java.io.File}.
 */
final class FaultyDisk extends FileSystemProvider {
    private final FileSystemProvider real;
    private final FileSystem system = new Disk();
    private final List<String> written = new ArrayList<>();
    private long firstFailing = Long.MAX_VALUE;
    private boolean once;

    private FaultyDisk(FileSystemProvider real) {
        this.real = real;
    }

    static FaultyDisk over(Path folder) {
        return new FaultyDisk(folder.getFileSystem().provider());
    }

    /** Starts counting anew. */
    void fullFrom(long write, boolean once) {
        written.clear();
        firstFailing = write;
        this.once = once;
    }

    void empty() {
        fullFrom(Long.MAX_VALUE, false);
    }

    /** The file of each write since then. */
    List<String> written() {
        return List.copyOf(written);
    }

    /** Counts a write, which fails when the disk is full. */
    void write(Path file) throws IOException {
        written.add(file.toString());
        boolean fails = once ? written.size() == firstFailing : written.size() >= firstFailing;
        if (fails) throw new FileSystemException(file.toString(), null, "No space left on device");
    }

    /** The same place, reached through this disk. */
    Path path(Path there) {
        return (Path)
                Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, new Wrapped(there));
    }

    private static Path real(Path path) {
        return Proxy.isProxyClass(path.getClass()) && Proxy.getInvocationHandler(path) instanceof Wrapped wrapped
                ? wrapped.there
                : path;
    }

    private final class Wrapped implements InvocationHandler {
        private final Path there;

        Wrapped(Path there) {
            this.there = there;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "getFileSystem":
                    return system;
                case "toFile":
                    throw new UnsupportedOperationException("files of this disk are reached by their paths alone");
                case "equals":
                    return arguments[0] instanceof Path other && there.equals(real(other));
                case "iterator":
                    return StreamSupport.stream(there.spliterator(), false)
                            .map(FaultyDisk.this::path)
                            .iterator();
                default:
                    Object[] plain = arguments == null ? new Object[0] : arguments.clone();
                    for (int i = 0; i < plain.length; i++) if (plain[i] instanceof Path path) plain[i] = real(path);
                    try {
                        Object result = method.invoke(there, plain);
                        return result instanceof Path path ? path(path) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
            }
        }
    }

    private static boolean writing(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        // to open what is there needs no room
        if (writing(options) && !Files.exists(real(path))) write(path);
        return new FaultyChannel(this, path, real.newFileChannel(real(path), options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return writing(options)
                ? newFileChannel(path, options, attributes)
                : real.newByteChannel(real(path), options, attributes);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        write(folder);
        real.createDirectory(real(folder), attributes);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        write(to);
        real.move(real(from), real(to), options);
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        write(to);
        real.copy(real(from), real(to), options);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(real(path));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> found = real.newDirectoryStream(real(folder), path -> filter.accept(path(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return StreamSupport.stream(found.spliterator(), false)
                        .map(FaultyDisk.this::path)
                        .iterator();
            }

            @Override
            public void close() throws IOException {
                found.close();
            }
        };
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        write(path);
        real.setAttribute(real(path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    private final class Disk extends FileSystem {
        private final FileSystem there = java.nio.file.FileSystems.getDefault();

        @Override
        public FileSystemProvider provider() {
            return FaultyDisk.this;
        }

        @Override
        public void close() {
            // stays open, as the one below
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return there.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return Stream.of(there.getRootDirectories().iterator().next())
                    .map(FaultyDisk.this::path)
                    .toList();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return there.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return new HashSet<>(there.supportedFileAttributeViews());
        }

        @Override
        public Path getPath(String first, String... more) {
            return path(there.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            PathMatcher matcher = there.getPathMatcher(pattern);
            return path -> matcher.matches(real(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return there.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException();
        }
    }
}
