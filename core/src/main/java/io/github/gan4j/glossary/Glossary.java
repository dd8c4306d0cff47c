package io.github.gan4j.glossary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** All terms, in alphabetical order; read when the first is asked for. */
public final class Glossary {
    private static final String FILE = "/io/github/gan4j/glossary/glossary.yaml";

    private static final class Loaded {
        private static final List<GlossaryEntry> ENTRIES = read();

        private static List<GlossaryEntry> read() {
            try (InputStream file = Glossary.class.getResourceAsStream(FILE)) {
                List<GlossaryEntry> entries = new YAMLMapper().readValue(file, new TypeReference<>() {});
                return entries.stream()
                        .sorted(Comparator.comparing(GlossaryEntry::word, String.CASE_INSENSITIVE_ORDER))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the glossary cannot be read from gan4j's own jar", unreadable);
            }
        }
    }

    private Glossary() {}

    public static List<GlossaryEntry> entries() {
        return Loaded.ENTRIES;
    }

    /**
     * The entries of a word: those that define it or list it as a synonym, else those whose names in gan4j include it, else
     * those that define it in the singular or plural.
     */
    public static List<GlossaryEntry> of(String word) {
        List<GlossaryEntry> defining = defining(name -> same(name, word));
        if (!defining.isEmpty()) return defining;
        List<GlossaryEntry> named = entries().stream()
                .filter(entry -> entry.ends().stream().anyMatch(name -> same(name, word)))
                .toList();
        return named.isEmpty() ? defining(name -> singular(name).equals(singular(word))) : named;
    }

    private static List<GlossaryEntry> defining(Predicate<String> test) {
        return entries().stream()
                .filter(entry -> entry.names().stream().anyMatch(test))
                .toList();
    }

    private static String singular(String word) {
        return plain(word).replaceFirst("(?<=[^s])s$|(?<=ss)es$", "");
    }

    /** Every word and synonym. */
    public static Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        entries().forEach(entry -> words.addAll(entry.names()));
        return words;
    }

    /** Whether two spellings are of one word: capitals, spaces and hyphens do not count. */
    static boolean same(String one, String other) {
        String plain = plain(one);
        return !plain.isEmpty() && plain.equals(plain(other));
    }

    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
