package io.github.gan4j.settings;

import java.util.List;

/** How values of a {@link Spelled} type are written. */
public record Spelling(List<String> forms, String family) {
    public static boolean isFor(Class<?> type) {
        return type.isAnnotationPresent(Spelled.class);
    }

    public static Spelling of(Class<?> type) {
        Spelled marked = type.getAnnotation(Spelled.class);
        return new Spelling(List.of(marked.value()), marked.family());
    }

    /** All forms but the family. */
    List<String> words() {
        return forms.subList(0, forms.size() - 1);
    }

    public boolean allows(String text) {
        return words().contains(text) || text.matches(family);
    }

    /** @throws IllegalArgumentException with the name of the value and what is allowed */
    public void require(String name, String text) {
        if (!allows(text)) throw new IllegalArgumentException(Reader.noMember(name, forms, text));
    }
}
