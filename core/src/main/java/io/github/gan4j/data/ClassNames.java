package io.github.gan4j.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Names of classes, one in each line of a {@code class_names.txt}. */
final class ClassNames {
    /** The file of STL-10, which gan4j also writes into the zips that it packs. */
    static final String FILE = "class_names.txt";

    private static final int MOST_BYTES = 1 << 20;

    private ClassNames() {}

    /** The names beside a file, if there is one for each class; else those given. */
    static List<String> beside(Path file, List<String> usual) throws IOException {
        Path listed = file.resolveSibling(FILE);
        if (!Files.isRegularFile(listed) || Files.size(listed) > MOST_BYTES) return usual;
        return of(Optional.of(new String(Files.readAllBytes(listed), StandardCharsets.UTF_8)), usual);
    }

    /** The names in a text, if it has one for each class; else those given. */
    static List<String> of(Optional<String> text, List<String> usual) {
        List<String> names = text.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return names.size() >= usual.size() ? names : usual;
    }
}
