package io.github.gan4j.overview;

import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PresetEntry;
import io.github.gan4j.plan.Presets;
import java.util.List;

/**
 * A preset in short.
 *
 * @param group what it makes, for people
 * @param time how long it took where it was measured; empty where it was not
 * @param about one line for people
 * @param needsData whether data has to be given
 * @param minutes of training; 0 for no limit
 * @param images real samples seen; 0 for no limit
 */
public record PresetCard(
        String name, String group, String time, String about, boolean needsData, double minutes, long images) {
    /** All presets, group by group. */
    public static List<PresetCard> all() {
        return Known.ALL;
    }

    /** Reading and checking them all takes a good part of a second, and they never change. */
    private static final class Known {
        static final List<PresetCard> ALL =
                PresetEntry.all().stream().map(PresetCard::of).toList();
    }

    private static PresetCard of(PresetEntry preset) {
        Plan plan = Presets.read(preset.name());
        return new PresetCard(
                preset.name(),
                preset.group().title(),
                preset.time().orElse(""),
                plan.about(),
                plan.data().needsPath(),
                plan.stop().minutes(),
                plan.stop().images());
    }
}
