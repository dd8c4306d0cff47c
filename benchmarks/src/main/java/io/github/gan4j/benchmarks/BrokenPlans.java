package io.github.gan4j.benchmarks;

import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Suspect;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Whether the doctor finds what is wrong with plans that are broken at random: in a healthy plan one or two settings are
 * changed by a factor of 3 to 1 000, or taken away. A run is failed when its score is more than twice that of the worst of
 * three healthy seeds. Every second case is held out: rules are made with the others only. What failed is trained once more
 * with automatic remedies; it is cured when its score then is at most 1.25 times the mean of the healthy seeds.
 */
final class BrokenPlans {
    private static final double FAILED = 2;
    private static final double CURED = 1.25;
    private static final int TRIES = 6, CHECKPOINTS = 16;
    private static final int HEALTHY_SEEDS = 3;

    /** A change of one setting by a factor, or to another word. */
    private interface Breakage {
        String setting(Plan plan, RandomGenerator random);
    }

    /** Healthy games of eight data sets, small enough for seconds. */
    private static Map<String, Draft> healthy() {
        String small = "stop={images: 128000}";
        Map<String, Draft> plans = new LinkedHashMap<>();
        plans.put("ring", Presets.draft("ring").set(small));
        plans.put("grid", Presets.draft("ring").set(List.of(small, "data={grid: {spacing: 0.7, std: 0.05}}")));
        plans.put("spiral", Presets.draft("ring").set(List.of(small, "data=spiral")));
        plans.put("normal", Presets.draft("gaussian-1d").set("stop={images: 256000}"));
        plans.put("line", Presets.draft("gaussian-1d").set(List.of("stop={images: 256000}", "data=mixture")));
        plans.put("strokes", images("strokes", "data={strokes: {size: 16}}"));
        String data = System.getenv().getOrDefault("GAN4J_IMAGES", "");
        int number = 1;
        for (String folder : data.isEmpty() ? List.<String>of() : List.of(data.split(":")))
            plans.put(
                    "images-" + number++,
                    images("folder", "data={images: {format: auto, path: '" + folder + "', size: 16, channels: 1}}"));
        return plans;
    }

    private static Draft images(String preset, String data) {
        return Presets.draft(preset)
                .set(List.of(
                        data,
                        "stop={images: 32000}",
                        "generator.optimizer.learningRate.cosine.images=32000",
                        "discriminator.optimizer.learningRate.cosine.images=32000",
                        "precision=fp32",
                        "generator.network.width=8",
                        "discriminator.network.width=8",
                        "record.pictures={images: 8000}"));
    }

    private static final List<Breakage> BREAKAGES = List.of(
            (plan, random) -> rate("generator", plan, factor(random, 1)),
            (plan, random) -> rate("generator", plan, factor(random, -1)),
            (plan, random) -> rate("discriminator", plan, factor(random, 1)),
            (plan, random) -> rate("discriminator", plan, factor(random, -1)),
            (plan, random) -> penalty(plan, factor(random, random.nextBoolean() ? 1 : -1)),
            (plan, random) -> "discriminator.penalties=[]",
            (plan, random) -> "generator.input.normal.size=1",
            (plan, random) -> "batchSize=" + Math.max(1, (int) (plan.batchSize() / factor(random, 1))),
            (plan, random) -> width("generator", plan, random),
            (plan, random) -> width("discriminator", plan, random),
            (plan, random) -> "generator.optimizer.adam.beta1=0.99",
            (plan, random) -> "discriminator.optimizer.adam.beta1=0.99");

    private static double factor(RandomGenerator random, int sign) {
        return Math.pow(10, sign * (Math.log10(3) + random.nextDouble() * (3 - Math.log10(3))));
    }

    private static String rate(String player, Plan plan, double factor) {
        Schedule rate = (player.equals("generator")
                        ? plan.generator().optimizer()
                        : plan.discriminator().optimizer())
                .learningRate();
        return player + ".optimizer.adam.learningRate=" + rate.times(factor).text();
    }

    private static String penalty(Plan plan, double factor) {
        Record first = (Record) plan.discriminator().penalties().get(0);
        String strength = Settings.component(first, Schedule.class).orElseThrow();
        Schedule schedule = plan.discriminator().penalties().get(0).strength().orElseThrow();
        return "discriminator.penalties.0." + strength + "="
                + schedule.times(factor).text();
    }

    private static String width(String player, Plan plan, RandomGenerator random) {
        return plan.ofPoints()
                ? player + ".network.perceptron.hidden=[" + (1 + random.nextInt(3)) + "]"
                : player + ".network.width=" + (1 + random.nextInt(2));
    }

    private record Outcome(double score, boolean finite, Diagnosis diagnosis) {}

    private final Path folder;
    private final Map<String, Double> limits = new TreeMap<>(), healthyMeans = new TreeMap<>();

    private BrokenPlans(Path folder) {
        this.folder = folder;
    }

    /**
     * @param count of cases
     * @param only data sets whose names contain this
     */
    static void measure(int count, String only) throws IOException {
        Path folder = Files.createTempDirectory("gan4j-broken");
        try {
            new BrokenPlans(folder).grade(count, only);
        } finally {
            Golden.delete(folder);
        }
    }

    private void grade(int count, String only) throws IOException {
        Map<String, Draft> plans = healthy();
        plans.keySet().removeIf(name -> !name.contains(only));
        int alarms = 0, runs = 0;
        for (Map.Entry<String, Draft> plan : plans.entrySet()) {
            double worst = 0, sum = 0;
            for (int seed = 1; seed <= HEALTHY_SEEDS; seed++, runs++) {
                Outcome outcome = outcome(plan.getValue().set("seed=" + seed));
                worst = Math.max(worst, outcome.score());
                sum += outcome.score();
                if (outcome.diagnosis().illness().alarming()) alarms++;
                say(
                        "healthy",
                        plan.getKey(),
                        "seed " + seed,
                        outcome,
                        outcome.diagnosis().illness().alarming() ? "FALSE ALARM" : "right");
            }
            limits.put(plan.getKey(), FAILED * worst);
            healthyMeans.put(plan.getKey(), sum / HEALTHY_SEEDS);
        }
        System.out.printf("healthy: %d false alarms in %d runs%n", alarms, runs);
        Tally open = new Tally(), held = new Tally();
        List<String> names = new ArrayList<>(plans.keySet());
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261129);
        for (int number = 0; number < count; number++) {
            String name = names.get(number % names.size());
            List<String> settings = broken(plans.get(name), random);
            boolean seen = number / names.size() % 2 == 0;
            String half = seen ? "open" : "held";
            Draft broken = plans.get(name).set("seed=" + (10 + number));
            Outcome outcome;
            try {
                broken = broken.set(settings);
                outcome = outcome(broken);
            } catch (IllegalArgumentException refused) {
                System.out.printf("%-6s %-9s %s: refused: %s%n", half, name, settings, refused.getMessage());
                continue;
            }
            boolean ill = !outcome.finite() || !(outcome.score() <= limits.get(name));
            boolean alarm = outcome.diagnosis().illness().alarming();
            boolean right = alarm && names(outcome.diagnosis(), settings);
            String verdict = ill
                    ? right ? "right" : alarm ? "WRONG CAUSE" : "MISSED"
                    : alarm ? "alarm though the score is good" : "quiet";
            say(half, name, settings.toString(), outcome, verdict);
            (seen ? open : held).count(ill, alarm, right, ill && cured(broken, healthyMeans.get(name)));
        }
        open.print("open");
        held.print("held-out");
    }

    /** Whether automatic remedies bring a broken plan near the score of the healthy one. */
    private boolean cured(Draft broken, double healthy) throws IOException {
        long length = broken.plan().stop().images();
        double treated = trained(broken.set(
                        List.of("doctor.tries=" + TRIES, "record.checkpoints={images: " + length / CHECKPOINTS + "}")))
                .score();
        boolean cured = treated <= CURED * healthy;
        System.out.printf(
                Locale.ROOT,
                "        treated: score %.4f, healthy %.4f: %s%n",
                treated,
                healthy,
                cured ? "cured" : "not cured");
        return cured;
    }

    /** What became of one half of the cases. */
    private static final class Tally {
        private int failed, alarmed, named, cured, quiet, calm;

        void count(boolean ill, boolean alarm, boolean right, boolean treated) {
            if (ill) {
                failed++;
                if (alarm) alarmed++;
                if (right) named++;
                if (treated) cured++;
            } else {
                quiet++;
                if (!alarm) calm++;
            }
        }

        void print(String half) {
            System.out.printf(
                    "%s half: %d failed, %d of them alarmed, %d with the right cause among the first two, %d cured;"
                            + " %d not failed, %d of them without an alarm%n",
                    half, failed, alarmed, named, cured, quiet, calm);
        }
    }

    private static List<String> broken(Draft healthy, RandomGenerator random) {
        Plan plan = healthy.plan();
        List<String> settings = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        int wanted = 1 + random.nextInt(2);
        while (settings.size() < wanted) {
            int kind = random.nextInt(BREAKAGES.size());
            String setting = BREAKAGES.get(kind).setting(plan, random);
            // two changes of one setting are one
            if (taken.add(kind) && settings.stream().noneMatch(other -> alike(other, setting))) settings.add(setting);
        }
        return settings;
    }

    private static boolean alike(String one, String other) {
        String first = one.split("=")[0], second = other.split("=")[0];
        return first.startsWith(second) || second.startsWith(first);
    }

    /** Whether one of the first two suspects is one of the broken settings, or a part of it. */
    private static boolean names(Diagnosis diagnosis, List<String> settings) {
        return diagnosis.suspects().stream().limit(2).map(Suspect::path).anyMatch(path -> settings.stream()
                .anyMatch(setting -> {
                    String own = setting.split("=")[0].replace("network.width", "network.dcgan.width");
                    return path.startsWith(own) || own.startsWith(path);
                }));
    }

    private static void say(String half, String data, String what, Outcome outcome, String verdict) {
        System.out.printf(
                Locale.ROOT,
                "%-7s %-9s %-30s score %.4f  %s: %s %s%n",
                half,
                data,
                what,
                outcome.score(),
                verdict,
                outcome.diagnosis().line(),
                outcome.diagnosis().causes().stream().limit(2).toList());
    }

    private Outcome outcome(Draft draft) throws IOException {
        return trained(draft.set("record.checkpoints={images: 1000000000}"));
    }

    private Outcome trained(Draft draft) throws IOException {
        String metric = draft.plan().ofPoints() ? "sliced-wasserstein" : "frechet-distance";
        Draft measured = draft.set(List.of(
                "threads=1",
                "record.events={images: " + Math.max(1, draft.plan().stop().images() / 100) + "}",
                "record.tensorboard=false",
                "doctor.every={images: 0, seconds: 0}",
                "metrics={names: [" + metric + "], every: {images: 1000000000}, count: 1000}"));
        Plan plan = measured.plan();
        Path path = folder.resolve("run");
        boolean finite = true;
        double score = Double.POSITIVE_INFINITY;
        try (Run run = Run.start(plan, path, line -> {})) {
            run.train(new Listener() {});
            score = run.measures().getOrDefault(metric, Double.POSITIVE_INFINITY);
        } catch (IOException broken) {
            finite = false;
        }
        Diagnosis diagnosis = Doctor.examine(new RunFolder(path), line -> {});
        Golden.delete(path);
        return new Outcome(score, finite, diagnosis);
    }
}
