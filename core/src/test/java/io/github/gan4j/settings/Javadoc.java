package io.github.gan4j.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say about a type and its components: plain text out of its documentation comment. */
final class Javadoc {
    private static final Path SOURCES = Path.of("src/main/java");

    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*";
    private static final String MODIFIERS = "(?:(?:public|private|static|sealed|final|abstract|default)\\s+)*";

    private final Class<?> type;
    private final String comment;

    private Javadoc(Class<?> type, String comment) {
        this.type = type;
        this.comment = comment;
    }

    static Javadoc of(Class<?> type) {
        return new Javadoc(type, before(type, "(?:record|interface|enum|class)\\s+" + type.getSimpleName() + "\\b"));
    }

    /** The comment before a declaration in the file of a type; empty where there is none. */
    private static String before(Class<?> type, String declaration) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) outer = outer.getEnclosingClass();
        try {
            String source = Files.readString(SOURCES.resolve(outer.getName().replace('.', '/') + ".java"));
            Matcher matcher = Pattern.compile(COMMENT + MODIFIERS + declaration, Pattern.DOTALL)
                    .matcher(source);
            return matcher.find() ? matcher.group(1).replaceAll("(?m)^\\s*\\* ?", "") : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first paragraph about the type. */
    String about() {
        return plain(comment.split("(?m)^@|<p>", 2)[0]);
    }

    /** What is said about a component, or about the method of an interface that it implements. */
    Optional<String> component(String name) {
        Matcher matcher =
                Pattern.compile("(?ms)^@param " + name + "\\s+(.*?)(?=^@|\\z)").matcher(comment);
        if (matcher.find()) return Optional.of(plain(matcher.group(1)));
        return Stream.of(type.getInterfaces())
                .filter(above -> above.getName().startsWith("io.github.gan4j."))
                .map(above -> plain(before(above, "[\\w<>]+ " + name + "\\(\\)").split("(?m)^@|<p>", 2)[0]))
                .filter(about -> !about.isEmpty())
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("\\{@link(?:plain)? +#?([^}\\s]+)(?: [^}]*)?}", "$1")
                .replaceAll("(?s)\\{@code +(.*?)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
