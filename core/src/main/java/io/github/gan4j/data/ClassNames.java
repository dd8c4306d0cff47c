package io.github.gan4j.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.files.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Names of classes, one in each line of a {@code class_names.txt}. A name with spaces at its edges, with line breaks or
 * quotes is written as a JSON string.
 */
final class ClassNames {
    /** The file of STL-10, which gan4j also writes into the zips that it packs. */
    static final String FILE = "class_names.txt";

    private static final int MOST_BYTES = 1 << 24;

    private ClassNames() {}

    /** The names beside a file, if there is one for each class; else those given. */
    static List<String> beside(Path file, List<String> usual, Consumer<String> problem) throws IOException {
        Path listed = file.resolveSibling(FILE);
        if (!Files.isRegularFile(listed) || Files.size(listed) > MOST_BYTES) return usual;
        try {
            return of(PlainText.of(Files.readAllBytes(listed)), usual, why -> problem.accept(FILE + ": " + why));
        } catch (IOException e) {
            problem.accept(FILE + ": is not used: " + e.getMessage());
            return usual;
        }
    }

    /** The names in a text, if it has one for each class; else those given. */
    static List<String> of(String text, List<String> usual, Consumer<String> problem) {
        List<String> names = text.lines()
                .filter(line -> !line.isBlank())
                .map(ClassNames::read)
                .toList();
        if (names.size() >= usual.size()) return names;
        problem.accept("is not used: it has " + names.size() + " names for " + usual.size() + " classes");
        return usual;
    }

    /** What {@link #of} reads as these names. */
    static String text(List<String> names) {
        return names.stream().map(name -> ClassNames.written(name) + "\n").collect(Collectors.joining());
    }

    private static String written(String name) {
        boolean plain = name.equals(name.strip())
                && !name.isEmpty()
                && !name.startsWith("\"")
                && name.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff);
        return plain ? name : TextNode.valueOf(name).toString();
    }

    private static String read(String line) {
        String plain = line.strip();
        if (plain.length() < 2 || !plain.startsWith("\"") || !plain.endsWith("\"")) return plain;
        try {
            return new ObjectMapper().readValue(plain, String.class);
        } catch (JsonProcessingException noString) {
            return plain;
        }
    }
}
