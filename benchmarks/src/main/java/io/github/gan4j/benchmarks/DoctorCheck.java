package io.github.gan4j.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Illness;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether the doctor names what presets that fall ill on purpose suffer from, and leaves healthy ones alone. */
final class DoctorCheck {
    private static final Map<String, Illness> ILL = new TreeMap<>(Map.of(
            "ill-discriminator", Illness.DISCRIMINATOR_OVERPOWERING,
            "ill-generator", Illness.GENERATOR_OVERPOWERING,
            "ill-total-collapse", Illness.TOTAL_COLLAPSE,
            "ill-partial-collapse", Illness.PARTIAL_COLLAPSE,
            "ill-oscillation", Illness.OSCILLATION,
            "ill-saturation", Illness.SATURATION,
            "ill-memorising", Illness.MEMORISING,
            "ill-narrow-latent", Illness.NARROW_LATENT,
            "ill-not-finite", Illness.NOT_FINITE));

    /** Healthy presets and how long they are watched; that of MNIST needs its files in a data folder. */
    private static final Map<String, String> HEALTHY = new TreeMap<>(Map.of(
            "ring", "256000",
            "gaussian-1d", "384000",
            "mnist-dcgan", "96000",
            "strokes", "24000",
            "strokes-redraw", "12000"));

    /** What is tried on whom: ill presets, and the healthy one on the same data. */
    private static final List<String> CURED = List.of(
            "ill-discriminator",
            "ill-generator",
            "ill-oscillation",
            "ill-partial-collapse",
            "ill-total-collapse",
            "ill-not-finite");

    private static final String COVERAGE = "coverage";

    private DoctorCheck() {}

    /** @param only presets whose names contain this */
    static void measure(int seeds, String only) throws IOException {
        for (Map.Entry<String, Illness> one : ILL.entrySet())
            for (int seed = 1; seed <= seeds && one.getKey().contains(only); seed++)
                print(one.getKey(), seed, Presets.draft(one.getKey()), Words.of(one.getValue()));
        for (Map.Entry<String, String> one : HEALTHY.entrySet())
            for (int seed = 1; seed <= seeds && one.getKey().contains(only); seed++) {
                Draft draft = Presets.draft(one.getKey())
                        .set("stop.minutes=0")
                        .set("stop.images=" + one.getValue())
                        .set("doctor.every.images=" + Long.parseLong(one.getValue()) / 50);
                if (one.getKey().startsWith("mnist")) draft = draft.on("mnist");
                print(one.getKey(), seed, draft, "no alarm");
            }
    }

    private static void print(String name, int seed, Draft draft, String expected) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-doctor");
        try {
            Path path = folder.resolve("run");
            long start = System.nanoTime();
            train(draft.set("seed=" + seed).set("threads=1").plan(), path);
            Diagnosis found = Doctor.examine(new RunFolder(path), line -> {});
            List<String> alarms = alarms(path);
            boolean right = expected.equals("no alarm")
                    ? alarms.isEmpty()
                    : found.word().equals(expected);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s seed %d  %3.0f s  %-5s expected %s; at the end: %s; alarms: %s%n",
                    name,
                    seed,
                    (System.nanoTime() - start) / 1e9,
                    right ? "right" : "WRONG",
                    expected,
                    found.line(),
                    alarms);
        } finally {
            delete(folder);
        }
    }

    private static void train(Plan plan, Path path) throws IOException {
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
        } catch (IOException broken) {
            System.out.println("  " + broken.getMessage());
        }
    }

    private static List<String> alarms(Path path) throws IOException {
        List<String> alarms = new ArrayList<>();
        for (ObjectNode event : JsonLines.read(new RunFolder(path).events()))
            for (Illness illness : Illness.values())
                if (illness.alarming() && event.path("diagnosis").asText().equals(Words.of(illness)))
                    alarms.add(event.path("diagnosis").asText() + " at "
                            + event.path("imagesSeen").asLong());
        return alarms;
    }

    /**
     * Coverage (Naeem and others 2020) of healthy presets, of ill ones, and of ill ones that are treated. Coverage of one seed
     * says little: cured is an illness whose treated runs come to four fifths of the healthy ones in the mean over the seeds.
     */
    static void cures(int seeds, String only) throws IOException {
        Map<String, Double> healthyOnes = new TreeMap<>();
        for (String name : CURED) {
            if (!name.contains(only)) continue;
            double well = 0, treated = 0;
            for (int seed = 1; seed <= seeds; seed++) {
                Draft ill = measured(Presets.draft(name), seed);
                Draft healthy = Draft.of(measured(Presets.draft("ring"), seed).plan())
                        // ill presets have none: only generators as they stand compare
                        .set("generator.ema=none")
                        .set("data=" + inBraces(ill.plan()));
                String same = inBraces(ill.plan()) + seed;
                if (!healthyOnes.containsKey(same)) healthyOnes.put(same, coverage(healthy.plan()));
                double sick = coverage(ill.plan()),
                        cured = coverage(ill.set("doctor.tries=6").plan());
                System.out.printf(
                        Locale.ROOT,
                        "%-22s seed %d  coverage healthy %.3f, ill %.3f, treated %.3f%n",
                        name,
                        seed,
                        healthyOnes.get(same),
                        sick,
                        cured);
                well += healthyOnes.get(same) / seeds;
                treated += cured / seeds;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-22s mean    coverage healthy %.3f, treated %.3f  %s%n",
                    name,
                    well,
                    treated,
                    treated >= 0.8 * well ? "cured" : "NOT CURED");
        }
    }

    private static String inBraces(Plan plan) {
        return Yaml.inline(Settings.write(DataSource.class, plan.data()));
    }

    private static Draft measured(Draft draft, int seed) {
        return draft.set("seed=" + seed)
                .set("threads=1")
                .set("stop.images=192000")
                .set("metrics.names=[coverage]")
                .set("metrics.every={images: 1000000000}")
                .set("record.checkpoints={images: 12800}");
    }

    private static double coverage(Plan plan) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-doctor");
        try (Run run = Run.start(plan, folder.resolve("run"), line -> System.out.println("  " + line))) {
            run.train(new Listener() {});
            return run.measures().getOrDefault(COVERAGE, 0.0);
        } catch (IOException broken) {
            System.out.println("  " + broken.getMessage());
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
