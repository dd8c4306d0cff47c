package io.github.gan4j.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A preset as lists of presets show it; what is said of it comes from its own file.
 *
 * @param time how long it took where it was measured, such as {@code about 23 minutes}
 */
public record PresetEntry(String name, Group group, String about, Optional<String> time) {
    private static final Pattern GROUP = Pattern.compile("(?m)^# Group: (.+)$");
    private static final Pattern TIME = Pattern.compile("(?m)^# Time: (.+?)(?: with one thread| on two cores|[,;.])");

    /** What presets make, in the order in which they are listed. */
    public enum Group {
        FIRST_STEPS("First steps"),
        NUMBERS_ON_A_LINE("Numbers on a line (1-D GANs)"),
        POINTS_OF_A_PLANE("Points of a plane (2-D GANs)"),
        DIGITS("Digits (28x28 and 32x32, grey)"),
        PHOTOGRAPHS_AND_FACES("Photographs and faces (colour)"),
        CLASSES("Classes: class-conditional, redrawing, few labels"),
        RESTORATION("Restoration: denoising and super-resolution"),
        SEVERAL_PLAYERS("Several generators or discriminators"),
        FAILURES("Failures on purpose, for the doctor to find");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        private static Group written(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    /** The named one. */
    public static PresetEntry of(String name) {
        String text = Presets.text(name);
        Matcher group = GROUP.matcher(text), time = TIME.matcher(text);
        if (!group.find()) throw new IllegalStateException("the preset " + name + " does not state its group");
        return new PresetEntry(
                name,
                Group.written(group.group(1)),
                Presets.tree(name).path("about").asText(),
                time.find() ? Optional.of(time.group(1)) : Optional.empty());
    }

    /** All presets, group by group. */
    public static List<PresetEntry> all() {
        List<PresetEntry> all = Presets.names().stream().map(PresetEntry::of).toList();
        return Arrays.stream(Group.values())
                .flatMap(group -> all.stream().filter(entry -> entry.group() == group))
                .toList();
    }
}
