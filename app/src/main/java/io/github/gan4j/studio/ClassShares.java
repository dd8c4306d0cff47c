package io.github.gan4j.studio;

import io.github.gan4j.data.ClassList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of each class a generator is asked for: {@code cat} or {@code 3} for one class, {@code cat:0.5,dog:0.5} for a
 * mixture, nothing for the first class. A class is written as everywhere, see {@link ClassList}; one whose name holds a
 * comma or a colon goes by its place in a mixture, as {@code #2}.
 */
record ClassShares(String text) {
    private static final Pattern PART = Pattern.compile("(.+?)(?::([0-9.]{1,8}))?");
    private static final int MOST = 50;

    /** The class with the largest share. */
    int largest(List<String> names) {
        return shares(names).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /**
     * One row per sample; nothing where there are no classes.
     *
     * @throws IllegalArgumentException when it is written otherwise, or a class is none of these
     */
    float[] rows(List<String> names, int count) {
        int classes = names.size();
        float[] rows = new float[classes * count];
        if (classes == 0) return rows;
        shares(names).forEach((label, share) -> {
            for (int i = 0; i < count; i++) rows[i * classes + label] = share.floatValue();
        });
        return rows;
    }

    private Map<Integer, Double> shares(List<String> names) {
        if (text.isEmpty()) return Map.of(0, 1.0);
        if (names.contains(text)) return Map.of(names.indexOf(text), 1.0);
        Map<Integer, Double> shares = new TreeMap<>();
        for (String part : text.split(",", MOST)) {
            Matcher both = PART.matcher(part);
            if (!both.matches())
                throw new IllegalArgumentException("classes are written like 3 or 3:0.5,7:0.5, got '" + text + "'");
            shares.put(
                    ClassList.one("class", both.group(1), names),
                    both.group(2) == null ? 1 : number(both.group(2), part));
        }
        return shares;
    }

    private static double number(String share, String part) {
        try {
            return Double.parseDouble(share);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the share of a class must be a number, got '" + part + "'", e);
        }
    }
}
