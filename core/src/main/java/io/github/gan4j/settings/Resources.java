package io.github.gan4j.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The files in a folder of the class path, in a jar, in a folder of classes or in a runtime image. */
public final class Resources {
    private Resources() {}

    /**
     * The names of the files in a folder, sorted.
     *
     * @param beside a class of the folder or of one above it
     * @param folder as for {@link Class#getResource}
     */
    public static List<String> names(Class<?> beside, String folder) {
        return names(located(beside, folder), UnaryOperator.identity());
    }

    /**
     * The names of the files in the folder of a class, sorted. Other folders of the class path that stand for the same
     * package, as those of tests do, are not looked at.
     */
    public static List<String> beside(Class<?> type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        return names(located(type, name + ".class"), Path::getParent);
    }

    private static URL located(Class<?> beside, String name) {
        URL url = beside.getResource(name);
        if (url == null) throw new IllegalStateException(name + " is missing from the class path");
        return url;
    }

    private static List<String> names(URL url, UnaryOperator<Path> folder) {
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) return names(folder.apply(Path.of(uri)));
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return names(folder.apply(jar.provider().getPath(uri)));
            } catch (FileSystemAlreadyExistsException open) {
                return names(folder.apply(Path.of(uri)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(url + " cannot be listed", e);
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(url + " cannot be listed", e.getCause());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
