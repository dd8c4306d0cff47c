package io.github.gan4j.restore;

import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A test set of restoration and what papers print of it, read from {@code published.yaml}.
 *
 * @param name by which papers know it
 * @param also other names of it
 * @param kind what its images are degraded by
 * @param images it has
 * @param at deviations of the noise on the scale 0 to 255, or factors
 * @param rows the methods
 */
public record PublishedSet(
        String name, @Default("[]") List<String> also, Kind kind, int images, List<Integer> at, List<Row> rows) {
    private static final List<PublishedSet> ALL = Settings.read(
                    All.class, Yaml.tree(Yaml.ownText("/io/github/gan4j/restore/published.yaml"), "published.yaml"))
            .sets();

    /** What images are degraded by, and how what was made of them is compared. */
    public enum Kind {
        GREY_NOISE,
        COLOUR_NOISE,
        ENLARGEMENT
    }

    /** @param psnr mean in decibels, one for each of {@link #at} */
    public record Row(String method, List<Double> psnr) {}

    /** The file. */
    record All(List<PublishedSet> sets) {}

    public PublishedSet {
        also = List.copyOf(also);
        at = List.copyOf(at);
        rows = List.copyOf(rows);
        for (Row row : rows)
            if (row.psnr().size() != at.size())
                throw new IllegalArgumentException(
                        name + ": " + row.method() + " has " + row.psnr().size() + " figures for " + at.size());
    }

    /** The set of this name and kind, however it is spelled. */
    static Optional<PublishedSet> named(String name, Kind kind) {
        return ALL.stream()
                .filter(set -> set.kind == kind)
                .filter(set -> Stream.concat(Stream.of(set.name), set.also.stream())
                        .anyMatch(known -> plain(known).equals(plain(name))))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
