package io.github.gan4j.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say about a type and its components: plain text out of its documentation comment. */
final class Javadoc {
    private static final Path SOURCES = Path.of("src/main/java");

    private final String comment;

    private Javadoc(String comment) {
        this.comment = comment;
    }

    static Javadoc of(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) outer = outer.getEnclosingClass();
        try {
            String source = Files.readString(SOURCES.resolve(outer.getName().replace('.', '/') + ".java"));
            Matcher matcher = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
                                    + "(?:(?:public|private|static|sealed|final|abstract)\\s+)*"
                                    + "(?:record|interface|enum|class)\\s+" + type.getSimpleName() + "\\b",
                            Pattern.DOTALL)
                    .matcher(source);
            if (!matcher.find()) return new Javadoc("");
            return new Javadoc(matcher.group(1).replaceAll("(?m)^\\s*\\* ?", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first paragraph about the type. */
    String about() {
        return plain(comment.split("(?m)^@|<p>", 2)[0]);
    }

    /** What is said about a component; nothing where it is not documented. */
    Optional<String> component(String name) {
        Matcher matcher =
                Pattern.compile("(?ms)^@param " + name + "\\s+(.*?)(?=^@|\\z)").matcher(comment);
        return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@link(?:plain)? +#?([^}\\s]+)(?: [^}]*)?}", "$1")
                .replaceAll("(?s)\\{@code +(.*?)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
