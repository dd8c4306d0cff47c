package io.github.gan4j.glossary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The known words that may be meant by an unknown one: those that differ by few letters, those that begin with it or as it does, and
 * those that the {@link Glossary} has for it, so that {@code lr} leads to {@code generator.optimizer.learningRate} and {@code --epochs} to
 * {@code --images}.
 */
public final class Suggestions {
    private static final int FARTHEST = 2;
    private static final int MOST = 3;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_STEM = 5;
    private static final double STEM_SHARE = 0.75;
    private static final double WINDOW = 0.15;
    private static final String SET = "--set";

    private Suggestions() {}

    /** A known word, and how far it is from the unknown one. */
    private record Candidate(String word, double distance) {}

    /** The end of a message about an unknown word: {@code ; did you mean 'r1'?}, or nothing where none is like it. */
    public static String didYouMean(String unknown, Collection<String> known) {
        List<String> found = nearest(unknown, known);
        if (found.isEmpty()) return "";
        String last = "'" + found.get(found.size() - 1) + "'";
        String others = found.stream()
                .limit(found.size() - 1L)
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        return "; did you mean " + (others.isEmpty() ? "" : others + " or ") + last + "?";
    }

    /** A message about an unknown word of a short list, which it shows. */
    public static String unknown(String what, String unknown, Collection<String> known) {
        return "unknown " + what + " '" + unknown + "'; known " + what + "s: " + String.join(", ", known)
                + didYouMean(unknown, known);
    }

    /** At most three words, the nearest first; of equally near ones in the order of {@code known}. */
    public static List<String> nearest(String unknown, Collection<String> known) {
        if (unknown.chars().noneMatch(Character::isLetter)) return List.of();
        List<Candidate> all = new ArrayList<>();
        for (String word : known) spelled(unknown, word, all);
        meant(unknown, known, all);
        double least = all.stream().mapToDouble(Candidate::distance).min().orElse(0);
        return all.stream()
                .filter(candidate -> candidate.distance() < least + WINDOW)
                .sorted(Comparator.comparingDouble(Candidate::distance))
                .map(Candidate::word)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /**
     * A word that differs by at most two letters and less than half of them, that begins with the unknown one or has it as a part,
     * that is long for the option of one letter, or that has another ending, as {@code alternate} has beside {@code alternating}.
     */
    private static void spelled(String unknown, String word, List<Candidate> all) {
        String plain = Glossary.plain(unknown);
        int distance = distance(unknown, word);
        if (distance <= farthest(plain)) all.add(new Candidate(word, distance));
        if (unknown.length() == 2 && word.startsWith("-" + unknown.toLowerCase(Locale.ROOT)))
            all.add(new Candidate(word, 1.3));
        if (sameStem(plain, Glossary.plain(word))) all.add(new Candidate(word, 1.6));
        if (plain.length() < SHORTEST_PART || word.length() <= unknown.length()) return;
        if (Glossary.plain(word).startsWith(plain)) all.add(new Candidate(word, 1.2));
        else if (List.of(word.split("[-. ]+")).contains(plain))
            all.add(new Candidate(word, 1.4 + 0.001 * word.length()));
    }

    private static boolean sameStem(String one, String other) {
        int shorter = Math.min(one.length(), other.length()), same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) same++;
        return same >= SHORTEST_STEM && same > STEM_SHARE * shorter;
    }

    /** What the glossary has for the unknown word, or for one that differs from it by a letter. */
    private static void meant(String unknown, Collection<String> known, List<Candidate> all) {
        String plain = Glossary.plain(unknown);
        for (GlossaryEntry entry : Glossary.entries()) {
            int distance = entry.names().stream()
                    .mapToInt(name -> distance(plain, Glossary.plain(name)))
                    .min()
                    .orElseThrow();
            if (distance > 0 && distance >= farthest(plain)) continue;
            entry.ends().stream()
                    .flatMap(end -> usable(end, known).stream())
                    .findFirst()
                    .ifPresent(word -> all.add(new Candidate(word, 0.25 + distance)));
        }
    }

    /** A name that begins with a known word, as {@code optimizer.learningRate} does with {@code optimizer}, or can be set. */
    private static Optional<String> usable(String name, Collection<String> known) {
        String first = name.split("[. ]", 2)[0];
        if (known.contains(first)) return Optional.of(name);
        boolean key = name.indexOf('.') > 0 && !name.startsWith("-") && !name.contains(" ");
        return key && known.contains(SET) ? Optional.of(SET + " " + name + "=VALUE") : Optional.empty();
    }

    private static int farthest(String unknown) {
        return Math.min(FARTHEST, unknown.length() / 2);
    }

    /** Inserted, left out, changed and swapped letters; capital letters are the same as small ones. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > FARTHEST) return Integer.MAX_VALUE;
        String a = one.toLowerCase(Locale.ROOT), b = other.toLowerCase(Locale.ROOT);
        int[][] rows = new int[3][b.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = rows[i % 3], last = rows[(i + 2) % 3], before = rows[(i + 1) % 3];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                char now = a.charAt(i - 1), there = b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (now == there ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && now == b.charAt(j - 2) && there == a.charAt(i - 2))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
        }
        return rows[a.length() % 3][b.length()];
    }
}
