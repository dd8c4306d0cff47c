package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PresetEntry;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Difference;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings of a plan that matter for learning and are not as in the preset of its name or, where there is none, in the
 * healthy preset that it resembles most.
 */
public final class Suspects {
    /** What matters for learning, and yet is nobody's mistake: it belongs to the machine, to chance or to the data. */
    private static final Set<String> APART =
            Set.of("name", "seed", "threads", "replicas", "device", "precision", "data", "classes", "start");

    private static final Set<String> INCIDENTAL = Settings.incidental(Plan.class);
    /** A plan that differs in more settings than this is a design of its own. */
    private static final int MOST = 12;

    /** One suspect for all numbers of a schedule. */
    private static final Set<String> SCHEDULES =
            Set.copyOf(Variants.of(Schedule.class).words());

    static final String WIDTH = "width";
    private static final String LENGTH = "images";
    /** Narrower than this, no choice of the width by size and time comes out. */
    private static final int NARROW = 8;

    private static final String OPEN = "auto";

    private Suspects() {}

    /** Presets that train well, as they are written: a training is diagnosed again and again. */
    private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

    private record Known(boolean ofPoints, ObjectNode written) {
        static Known named(String preset) {
            return KNOWN.computeIfAbsent(preset, name -> {
                Plan plan = Presets.read(name);
                return new Known(plan.ofPoints(), Settings.write(plan));
            });
        }
    }

    private static final class Healthy {
        private static final List<String> NAMES = PresetEntry.all().stream()
                .filter(Suspects::healthy)
                .map(PresetEntry::name)
                .toList();
    }

    /** Those of a plan, the farthest from the preset first; none where it resembles no preset. */
    public static List<Suspect> of(Plan plan) {
        ObjectNode tree = Settings.write(plan);
        String name = plan.name();
        if (KNOWN.containsKey(name) || Presets.names().contains(name) && healthy(PresetEntry.of(name)))
            return of(tree, name);
        return Healthy.NAMES.stream()
                .filter(preset -> Known.named(preset).ofPoints() == plan.ofPoints())
                .min(Comparator.comparingInt(preset -> differences(tree, preset).stream()
                        .mapToInt(one -> Math.max(values(one.before()), values(one.after())))
                        .sum()))
                .map(preset -> of(tree, preset))
                .filter(found -> found.size() <= MOST)
                .orElse(List.of());
    }

    /** How many values a part of a plan holds: a network that another plan lacks is more than one difference. */
    private static int values(JsonNode part) {
        if (!part.isContainerNode()) return part.isMissingNode() ? 0 : 1;
        int values = 0;
        for (JsonNode inner : part) values += values(inner);
        return Math.max(1, values);
    }

    /** Where a plan differs from a preset in what matters for learning. */
    private static List<Difference> differences(ObjectNode plan, String name) {
        return Settings.between(Known.named(name).written(), plan).stream()
                .filter(difference -> {
                    String top = settable(difference).split("\\.", 2)[0];
                    return !APART.contains(top) && !INCIDENTAL.contains(top) && !chosenByData(difference);
                })
                .toList();
    }

    private static boolean healthy(PresetEntry preset) {
        return preset.group() != PresetEntry.Group.FAILURES;
    }

    /** Those that are far enough from the preset to be named before training begins. */
    public static List<Suspect> notable(Plan plan) {
        return of(plan).stream()
                .filter(suspect -> suspect.apart() > Suspect.NOTABLE)
                .toList();
    }

    private static List<Suspect> of(ObjectNode plan, String name) {
        Map<String, Suspect> found = new LinkedHashMap<>();
        for (Difference difference : differences(plan, name)) {
            String path = settable(difference);
            Suspect suspect = new Suspect(
                    path,
                    text(at(plan, path)),
                    text(at(Known.named(name).written(), path)),
                    name,
                    apart(difference.after(), difference.before()));
            found.merge(path, suspect, (one, other) -> one.apart() >= other.apart() ? one : other);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Suspect::apart)
                        .thenComparing(Suspect::ofLearning)
                        .reversed())
                .toList();
    }

    /** The path itself, or that of the nearest value around it that both sides have and {@code --set} can replace. */
    private static String settable(Difference difference) {
        String path = difference.path();
        if (difference.before().isMissingNode() || difference.after().isMissingNode()) path = parent(path);
        String[] keys = path.split("\\.");
        for (int i = 0; i < keys.length; i++)
            if (keys[i].matches("\\d+") || SCHEDULES.contains(keys[i]))
                return String.join(".", List.of(keys).subList(0, i));
        return path;
    }

    private static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** What a preset leaves open, and the length of schedules, which goes with that of the run. */
    private static boolean chosenByData(Difference difference) {
        String key = difference.path().substring(difference.path().lastIndexOf('.') + 1);
        if (key.equals(WIDTH))
            return difference.before().asDouble() == 0 && difference.after().asDouble() >= NARROW;
        return key.equals(LENGTH) || difference.before().asText().equals(OPEN);
    }

    private static JsonNode at(JsonNode tree, String path) {
        JsonNode at = tree;
        for (String key : path.split("\\.")) at = at.path(key);
        return at;
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "none" : Yaml.inline(value);
    }

    private static double apart(JsonNode own, JsonNode usual) {
        double one = own.asDouble(0), other = usual.asDouble(0);
        if (!own.isNumber() || !usual.isNumber() || one * other <= 0) return 1;
        // of an average what counts is how far it lies below 1
        double below = Math.max(one, other) < 1 && Math.max(one, other) > 0.5 ? orders(1 - one, 1 - other) : 0;
        return Math.max(orders(one, other), below);
    }

    private static double orders(double one, double other) {
        return Math.abs(Math.log10(one / other));
    }
}
