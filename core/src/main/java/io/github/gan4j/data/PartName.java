package io.github.gan4j.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the names of files and folders say of the part of a set that they hold. */
enum PartName {
    TRAIN("train", "training"),
    TEST("test", "t10k", "testing"),
    /** Parts that are neither learned from nor judged with. */
    OTHER("val", "valid", "validation", "dev", "eval", "holdout", "extra"),
    NONE;

    private final Set<String> words;

    PartName(String... words) {
        this.words = Set.of(words);
    }

    static PartName of(Part part) {
        return part == Part.TRAIN ? TRAIN : TEST;
    }

    /** The words of a name in small letters; {@code trainA} has two. */
    static List<String> words(String name) {
        String parted = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        return Arrays.asList(parted.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    /** The part that one of the words of a name stands for. */
    static PartName in(String name) {
        List<String> said = words(name);
        return Arrays.stream(values())
                .filter(part -> said.stream().anyMatch(part.words::contains))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether a name is nothing but that of a part. */
    static boolean isOne(String name) {
        return Arrays.stream(values()).anyMatch(part -> part.words.contains(name.toLowerCase(Locale.ROOT)));
    }
}
