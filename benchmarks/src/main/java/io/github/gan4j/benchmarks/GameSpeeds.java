package io.github.gan4j.benchmarks;

import io.github.gan4j.files.Chart;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.setup.Budget;
import io.github.gan4j.setup.Start;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.train.Listener;
import io.github.gan4j.train.Step;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Games in gan4j, the same written directly on libtorch and in PyTorch, and products of matrices: one after the other in slices of a
 * fraction of a second, one thread each, so that all meet the same moods of the machine.
 */
final class GameSpeeds {
    private static final double SLICE_SECONDS = 0.3;
    private static final int WARM_UP = 3, SIDE = 1024;
    private static final double CONFIDENCE = 0.95;

    /** What one program did of one game: a slice for each round. */
    private record Row(Blueprint game, String precision, String program, List<Rival.Slice> slices) {
        double median(ToDoubleFunction<Rival.Slice> what) {
            return Pairs.median(slices.stream().mapToDouble(what).boxed().toList());
        }
    }

    private final int rounds;
    private final Path folder;
    private final Optional<String> python;
    private final List<String> lines =
            new ArrayList<>(List.of("game,precision,program,round,seconds_a_step,cpu_seconds_a_step"));
    private final List<String> names = new ArrayList<>();
    private final List<Double> overDirect = new ArrayList<>(), overPython = new ArrayList<>();

    private GameSpeeds(int rounds, Path folder) throws IOException {
        this.rounds = rounds;
        this.folder = folder;
        python = PythonGame.python();
    }

    /**
     * @param rounds that count
     * @param named only games whose name contains this
     * @param folder for games.csv and games.png
     */
    static void measure(int rounds, String named, Path folder) throws IOException {
        GameSpeeds speeds = new GameSpeeds(rounds, folder);
        if (speeds.python.isEmpty())
            System.out.println(
                    "PyTorch in Python is left out: there is no python3 that knows torch (GAN4J_PYTHON names one)");
        System.out.printf(
                Locale.ROOT,
                "one thread each, %d rounds; ratios of processor time for the same step, medians with their %.0f %% intervals%n",
                rounds,
                100 * CONFIDENCE);
        for (Blueprint game : Blueprint.all())
            if (game.name().contains(named)) {
                speeds.game(game, "fp32");
                if (game.narrows()) speeds.game(game, "bf16");
            }
        speeds.write();
    }

    private void game(Blueprint game, String precision) throws IOException {
        boolean narrow = precision.equals("bf16");
        Noise data = Noise.of(game.sample());
        Start start = Start.of(game.plan(precision), line -> {});
        List<Rival> rivals = new ArrayList<>(List.of(new DirectGame(game, narrow, data)));
        if (python.isPresent()) PythonGame.of(python.get(), game, precision).ifPresent(rivals::add);
        rivals.add(new Matrices(narrow ? Precision.BF16 : Precision.FP32));
        try (Training training = Assembly.training(start.plan(), data)) {
            Rounds played = new Rounds(rivals);
            training.run(played);
            report(game, precision, rivals, played, Budget.perImage(start.plan(), game.sample()) * game.batch());
        } finally {
            rivals.forEach(Rival::close);
        }
    }

    /** Plays a slice of every rival after one of the training, whose steps it counts. */
    private final class Rounds implements Listener {
        private final List<Rival> rivals;
        private final List<List<Rival.Slice>> slices = new ArrayList<>();
        private int steps = 2, left = 2, round = -WARM_UP;
        private long began = System.nanoTime(), cpu = Rival.cpu();

        Rounds(List<Rival> rivals) {
            this.rivals = rivals;
            for (int i = 0; i <= rivals.size(); i++) slices.add(new ArrayList<>());
        }

        @Override
        public void stepped(Training training, Step step) throws IOException {
            if (--left > 0) return;
            List<Rival.Slice> all =
                    new ArrayList<>(List.of(Rival.since(began, cpu).each(steps)));
            for (Rival rival : rivals) all.add(rival.play(steps).each(steps));
            if (round >= 0) for (int i = 0; i < all.size(); i++) slices.get(i).add(all.get(i));
            // rounds that do not count say how many steps make a slice
            if (round < 0)
                steps = (int)
                        Math.max(1, Math.min(5000, SLICE_SECONDS / all.get(0).cpu()));
            left = steps;
            if (++round == rounds) training.stop();
            began = System.nanoTime();
            cpu = Rival.cpu();
        }
    }

    private void report(Blueprint game, String precision, List<Rival> rivals, Rounds played, double operations) {
        List<Rival.Slice> own = played.slices.get(0);
        Row row = new Row(game, precision, "gan4j", own);
        add(row);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s %s  gan4j %9.1f samples/s (%9.1f by processor time)",
                game.name(),
                precision,
                game.batch() / row.median(Rival.Slice::seconds),
                game.batch() / row.median(Rival.Slice::cpu)));
        names.add(game.name() + " " + precision);
        overDirect.add(Double.NaN);
        overPython.add(Double.NaN);
        for (int i = 0; i < rivals.size(); i++) {
            Rival rival = rivals.get(i);
            add(new Row(game, precision, rival.name(), played.slices.get(i + 1)));
            List<Rival.Slice> other = played.slices.get(i + 1);
            boolean matrices = rival instanceof Matrices;
            List<Double> ratios = new ArrayList<>();
            for (int k = 0; k < own.size(); k++)
                ratios.add(
                        matrices
                                ? operations / own.get(k).cpu() * other.get(k).cpu() / Matrices.OPERATIONS
                                : other.get(k).cpu() / own.get(k).cpu());
            double[] ends = interval(ratios);
            if (rival instanceof DirectGame) overDirect.set(overDirect.size() - 1, Pairs.median(ratios));
            if (rival instanceof PythonGame) overPython.set(overPython.size() - 1, Pairs.median(ratios));
            line.append(String.format(
                    Locale.ROOT,
                    matrices ? "; %.2f (%.2f to %.2f) of the rate of matrices" : "; %.2f (%.2f to %.2f) times %s",
                    Pairs.median(ratios),
                    ends[0],
                    ends[1],
                    rival.name()));
        }
        System.out.println(line);
    }

    private void add(Row row) {
        for (int i = 0; i < row.slices().size(); i++)
            lines.add(String.format(
                    Locale.ROOT,
                    "\"%s\",%s,%s,%d,%.9f,%.9f",
                    row.game().name(),
                    row.precision(),
                    row.program(),
                    i + 1,
                    row.slices().get(i).seconds(),
                    row.slices().get(i).cpu()));
    }

    /** The ends between which the true median lies with this confidence: two of the values in order, by the binomial distribution. */
    static double[] interval(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size(), cut = 0;
        double outside = Math.pow(0.5, n), term = outside;
        while (cut + 1 < n / 2) {
            term *= (double) (n - cut) / (cut + 1);
            if (2 * (outside + term) > 1 - CONFIDENCE) break;
            outside += term;
            cut++;
        }
        return new double[] {sorted.get(cut), sorted.get(n - 1 - cut)};
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("games.csv"), lines);
        double[] places = new double[names.size()];
        for (int i = 0; i < places.length; i++) places[i] = i + 1;
        List<Chart.Series> series =
                new ArrayList<>(List.of(new Chart.Series("written directly", places, array(overDirect))));
        if (python.isPresent()) series.add(new Chart.Series("PyTorch in Python", places, array(overPython)));
        Chart.of(
                        "How many times as fast gan4j is",
                        "game, in the order of the table",
                        "times",
                        series.toArray(Chart.Series[]::new))
                .guidedBy(1)
                .write(folder.resolve("games.png"));
        System.out.println("written: " + folder.resolve("games.csv") + ", " + folder.resolve("games.png"));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    /** Products of square matrices: what this thread could reach. A step of it is one product. */
    private static final class Matrices implements Rival {
        static final double OPERATIONS = 2.0 * SIDE * SIDE * SIDE;

        private final Precision precision;

        Matrices(Precision precision) {
            this.precision = precision;
        }

        @Override
        public String name() {
            return "matrices";
        }

        /** About as long as a slice, however many steps are asked for; what a step took is one product. */
        @Override
        public Slice play(int steps) {
            int products = precision == Precision.BF16 ? 20 : 10;
            Slice all = Rival.timed(() -> {
                try (Scope scope = new Scope();
                        Precision.Cast cast = precision.on(Device.CPU)) {
                    Tensor matrix = Tensor.filled(0.5, SIDE, SIDE);
                    for (int i = 0; i < products; i++)
                        try (Scope one = new Scope()) {
                            matrix.linear(matrix);
                        }
                }
            });
            return new Slice(all.seconds() / products * steps, all.cpu() / products * steps);
        }

        @Override
        public void close() {}
    }
}
