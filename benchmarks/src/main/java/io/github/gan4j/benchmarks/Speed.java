package io.github.gan4j.benchmarks;

import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.game.Game;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the measurements named on the command line, or the two of training. */
public final class Speed {
    private Speed() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("golden")) {
            if (!Golden.measure(List.of(arguments))) System.exit(1);
            return;
        }
        if (arguments.length > 0
                && List.of("kills", "embedded", "pairs", "distributed-faults").contains(arguments[0])) {
            int count = arguments.length > 2 && arguments[1].equals("--count") ? Integer.parseInt(arguments[2]) : 10;
            switch (arguments[0]) {
                case "kills" -> Kills.measure(count, named());
                case "pairs" -> TwoStarts.measure(count);
                case "distributed-faults" -> DistributedFaults.measure(count, named());
                default -> {
                    if (!EmbeddedEnds.measure(count)) System.exit(1);
                }
            }
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("fuzz")) {
            long count = arguments.length > 2 && arguments[1].equals("--count") ? Long.parseLong(arguments[2]) : 20_000;
            if (!Fuzz.measure(count, setting("GAN4J_SEED", 1), named())) System.exit(1);
            return;
        }
        if (arguments.length == 2 && arguments[0].equals("studio-shots")) {
            StudioShots.take(Path.of(arguments[1]), named());
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("cuda")) {
            if (!BesideProcessor.measure(System.getenv().getOrDefault("GAN4J_DEVICE", "cuda"))) System.exit(1);
            return;
        }
        List<String> wanted = arguments.length > 0 ? List.of(arguments) : List.of("digits", "won");
        int threads = Integer.parseInt(System.getenv()
                .getOrDefault("OMP_NUM_THREADS", "" + Runtime.getRuntime().availableProcessors()));
        Engine.useThreads(threads);
        for (String name : wanted)
            switch (name) {
                case "memory" -> {
                    if (!GrowthCheck.measure(setting("GAN4J_STEPS", 10_000), named())) System.exit(1);
                }
                case "digits" -> digits();
                case "games" -> GameSpeeds.measure(setting("GAN4J_ROUNDS", 9), named(), results());
                case "won" -> WonGame.measure(new PenStrokes(1));
                case "cores" -> Cores.measure(setting("GAN4J_ROUNDS", 15));
                case "distributed" -> Distributed.measure(setting("GAN4J_ROUNDS", 15));
                case "distributed-sums" ->
                    DistributedSums.measure(System.getenv().getOrDefault("GAN4J_LINKS", "50:100"), named());
                case "distributed-outlook" -> DistributedOutlook.print();
                case "metrics" -> MetricTimes.measure();
                case "prdc" -> MetricTimes.prdc();
                case "intervals" -> IntervalCheck.measure();
                case "recording" -> {
                    int share = setting("GAN4J_PERCENT", 100);
                    RecordingCost.measure("gaussian-1d", 10_240L * share, 1, setting("GAN4J_PAIRS", 6));
                    RecordingCost.measure("strokes", 640L * share, 1, setting("GAN4J_PAIRS", 6));
                }
                case "studio" -> StudioCost.measure(preset(), 1, setting("GAN4J_PAIRS", 25), 5);
                case "studio-ten" -> StudioCost.measure(preset(), 10, setting("GAN4J_PAIRS", 20), 5);
                case "studio-sliders" -> StudioSliders.measure();
                case "studio-hour" -> StudioHour.measure(preset(), setting("GAN4J_MINUTES", 60));
                case "studio-many" ->
                    StudioMany.measure(
                            Optional.ofNullable(System.getenv("GAN4J_FOLDER")).map(Path::of));
                case "serve" -> ServeLoad.measure(setting("GAN4J_SECONDS", 12));
                case "doctor" -> DoctorCheck.measure(setting("GAN4J_SEEDS", 3), named());
                case "broken-plans" -> BrokenPlans.measure(setting("GAN4J_COUNT", 160), named());
                case "cures" -> DoctorCheck.cures(setting("GAN4J_SEEDS", 3), named());
                default -> {
                    System.err.println("unknown measurement '" + name
                            + "'; known measurements: games, memory, digits, won, cores, distributed, distributed-sums, distributed-outlook, metrics, prdc, intervals, recording, studio,"
                            + " studio-ten, studio-sliders, studio-hour, studio-many, studio-shots DIR, serve, doctor, broken-plans, cures, golden, kills, embedded,"
                            + " pairs, distributed-faults, fuzz");
                    System.exit(2);
                }
            }
    }

    /** The run that pages follow. */
    private static String preset() {
        return System.getenv().getOrDefault("GAN4J_PRESET", "strokes");
    }

    /** Where tables and charts go. */
    private static Path results() {
        String named = System.getenv("GAN4J_OUT");
        return named == null
                ? Path.of(System.getProperty("gan4j.checkout"), "benchmarks", "target", "speed")
                : Path.of(named);
    }

    /** Only presets whose name contains this. */
    private static String named() {
        return System.getenv().getOrDefault("GAN4J_ONLY", "");
    }

    private static int setting(String variable, int usual) {
        return Integer.parseInt(System.getenv().getOrDefault(variable, Integer.toString(usual)));
    }

    /** The rate of the presets for digits, data from its own thread and running average included. */
    private static void digits() throws IOException {
        for (int round = 0; round < 3; round++)
            for (Precision precision : List.of(Precision.FP32, Precision.BF16)) {
                Game game = Games.game(Games.Size.DIGITS, 4e-4, 1e-3, precision);
                try (Training training = Games.training(game, Games.Size.DIGITS, new PenStrokes(1), true, 120)) {
                    StepTimes times = new StepTimes(20);
                    training.run(times);
                    System.out.printf(
                            Locale.ROOT,
                            "digits 28x28, width 16, batch 128, %s: %.0f images/s (median step %.1f ms)%n",
                            precision,
                            128 / times.median(),
                            1e3 * times.median());
                }
            }
    }
}
