package io.github.gan4j.overview;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.util.List;

/**
 * A preset in short.
 *
 * @param about one line for people
 * @param needsData whether data has to be given
 * @param minutes of training; 0 for no limit
 * @param images real samples seen; 0 for no limit
 */
public record PresetCard(String name, String about, boolean needsData, double minutes, long images) {
    /** All presets, in the order in which they are listed. */
    public static List<PresetCard> all() {
        return Known.ALL;
    }

    /** Reading and checking them all takes a good part of a second, and they never change. */
    private static final class Known {
        static final List<PresetCard> ALL =
                Presets.names().stream().map(PresetCard::of).toList();
    }

    private static PresetCard of(String name) {
        Plan plan = Presets.read(name);
        return new PresetCard(
                name,
                plan.about(),
                plan.data().needsPath(),
                plan.stop().minutes(),
                plan.stop().images());
    }
}
