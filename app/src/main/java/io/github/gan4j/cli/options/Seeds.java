package io.github.gan4j.cli.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** A list of seeds as people write it: {@code 7}, {@code 1,5,9}, {@code 0-79}, or a mixture. */
public record Seeds(List<Long> values) {
    private static final int MOST = 100_000;

    /** @throws TypeConversionException when the text is not such a list */
    public static Seeds of(String text) {
        List<Long> seeds = new ArrayList<>();
        for (String part : text.split(",", -1)) addPart(seeds, part.strip(), text);
        return new Seeds(List.copyOf(seeds));
    }

    private static void addPart(List<Long> seeds, String part, String text) {
        if (!part.matches("\\d{1,18}(-\\d{1,18})?"))
            throw new TypeConversionException("must be like 7 or 1,5,9 or 0-79, got '" + text + "'");
        String[] ends = part.split("-");
        long first = Long.parseLong(ends[0]), last = Long.parseLong(ends[ends.length - 1]);
        if (last < first) throw new TypeConversionException("must be ascending, got '" + part + "'");
        if (last - first >= MOST || seeds.size() + last - first >= MOST)
            throw new TypeConversionException("must be at most " + MOST + " seeds, got '" + text + "'");
        for (long seed = first; seed <= last; seed++) seeds.add(seed);
    }
}
