package io.github.gan4j.train;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.PenStrokes;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.GeneratorInput;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Team;
import io.github.gan4j.game.Weighting;
import io.github.gan4j.networks.Activation;
import io.github.gan4j.networks.Dcgan;
import io.github.gan4j.networks.DiscriminatorTask;
import io.github.gan4j.networks.Fixed;
import io.github.gan4j.networks.FullConvolution;
import io.github.gan4j.networks.GeneratorTask;
import io.github.gan4j.networks.Initialisation;
import io.github.gan4j.networks.Linear;
import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Normalisation;
import io.github.gan4j.networks.Output;
import io.github.gan4j.networks.Sequence;
import io.github.gan4j.schedule.Constant;
import io.github.gan4j.tensor.Adam;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Small real trainings. A recipe makes the same training again, with other first weights for another seed. */
final class Trainings {
    private Supplier<Network> generator;
    private Supplier<Network> discriminator;
    private int latents;
    private int players;
    private LongFunction<Optimizer> optimizer;
    private double rate;
    private Objective objective;
    private List<Penalty> penalties;
    private List<Augmentation> augmentations;
    private Referee referee;
    private Precision precision;
    private double halfLife;
    private Samples data;
    private int batch;
    private int replicas = 1;
    private Optional<GeneratorInput> input = Optional.empty();

    private Trainings(
            Supplier<Network> generator,
            Supplier<Network> discriminator,
            int latents,
            int players,
            LongFunction<Optimizer> optimizer,
            double rate,
            Objective objective,
            List<Penalty> penalties,
            List<Augmentation> augmentations,
            Referee referee,
            Precision precision,
            double halfLife,
            Samples data,
            int batch) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.latents = latents;
        this.players = players;
        this.optimizer = optimizer;
        this.rate = rate;
        this.objective = objective;
        this.penalties = penalties;
        this.augmentations = augmentations;
        this.referee = referee;
        this.precision = precision;
        this.halfLife = halfLife;
        this.data = data;
        this.batch = batch;
    }

    private Trainings(Trainings other) {
        this(
                other.generator,
                other.discriminator,
                other.latents,
                other.players,
                other.optimizer,
                other.rate,
                other.objective,
                other.penalties,
                other.augmentations,
                other.referee,
                other.precision,
                other.halfLife,
                other.data,
                other.batch);
        replicas = other.replicas;
        input = other.input;
    }

    /** A normal distribution on a line, learned by perceptrons. */
    static Trainings line() {
        return new Trainings(
                () -> perceptron(4),
                () -> perceptron(1),
                4,
                1,
                adam(),
                2e-3,
                new Objective.NonSaturating(),
                List.of(new Penalty.R1(new Constant(0.1)), new Penalty.R2(new Constant(0.1))),
                List.of(),
                new Referee.Everyone(),
                Precision.FP32,
                0,
                Distribution.normal(4, 1.25).samples(1),
                128);
    }

    /** Pen strokes of 16x16 pixels, learned by convolutions in bf16 with batch normalisation, an average and lazy R1. */
    static Trainings images() {
        return new Trainings(
                () -> new Dcgan.Generator(4, 4, Normalisation.BATCH)
                        .network(new GeneratorTask(8, SampleShape.image(1, 16, 16))),
                () -> new Dcgan.Discriminator(4, 4, Normalisation.BATCH)
                        .network(new DiscriminatorTask(SampleShape.image(1, 16, 16))),
                8,
                1,
                adam(),
                1e-3,
                new Objective.NonSaturating(),
                List.of(new Penalty.R1(new Constant(1), 4)),
                List.of(),
                new Referee.Everyone(),
                Precision.BF16,
                500,
                strokes(),
                8);
    }

    /** Pen strokes of 28x28 pixels, learned with pooling and dropout, the generator twice in each step. */
    static Trainings pooled() {
        Activation relu = new Activation.Relu();
        Initialisation he = new Initialisation.He();
        SampleShape shape = SampleShape.image(1, 28, 28);
        var makes = new FullConvolution.Generator(1, Normalisation.BATCH, relu, Output.TANH, he);
        var judges = new FullConvolution.Discriminator(1, relu, he, true, Optional.empty());
        return images().with(new PenStrokes(1, 28))
                .with(
                        () -> makes.network(new GeneratorTask(8, shape)),
                        () -> judges.network(new DiscriminatorTask(shape)))
                .with(new Referee.Repeat(1, 2));
    }

    static LongFunction<Optimizer> adam() {
        return count -> new Adam(count, Device.CPU, 0.5, 0.99, 1e-8);
    }

    private static Samples strokes() {
        return new PenStrokes(1, 16);
    }

    private static Network perceptron(int inputs) {
        Initialisation he = Initialisation.he(0.2);
        return new Sequence(List.of(
                new Linear(inputs, 32, he),
                Fixed.leakyRelu(0.2),
                new Linear(32, 32, he),
                Fixed.leakyRelu(0.2),
                new Linear(32, 1, he)));
    }

    int latents() {
        return latents;
    }

    Trainings with(LongFunction<Optimizer> other, double rate) {
        Trainings changed = new Trainings(this);
        changed.optimizer = other;
        changed.rate = rate;
        return changed;
    }

    Trainings with(Objective other, Penalty... costs) {
        Trainings changed = new Trainings(this);
        changed.objective = other;
        changed.penalties = List.of(costs);
        return changed;
    }

    Trainings with(Augmentation... views) {
        Trainings changed = new Trainings(this);
        changed.augmentations = List.of(views);
        return changed;
    }

    Trainings with(Referee other) {
        Trainings changed = new Trainings(this);
        changed.referee = other;
        return changed;
    }

    Trainings with(Samples other) {
        Trainings changed = new Trainings(this);
        changed.data = other;
        return changed;
    }

    /** The same game with other networks. */
    Trainings with(Supplier<Network> generator, Supplier<Network> discriminator) {
        Trainings changed = new Trainings(this);
        changed.generator = generator;
        changed.discriminator = discriminator;
        return changed;
    }

    /** With another input of generators than latents. */
    Trainings from(GeneratorInput other) {
        Trainings changed = new Trainings(this);
        changed.input = Optional.of(other);
        return changed;
    }

    /** Every batch is split over this number of replicas. */
    Trainings split(int parts) {
        Trainings changed = new Trainings(this);
        changed.replicas = parts;
        return changed;
    }

    /** With this number of players on each side. */
    Trainings with(int players) {
        Trainings changed = new Trainings(this);
        changed.players = players;
        return changed;
    }

    /** A training that ends after this number of steps in all. The caller closes it. */
    Training of(long firstWeights, long steps) {
        try (Scope scope = new Scope()) {
            Engine.useThreads(1);
        }
        Engine.seed(firstWeights);
        List<Generator> generators = IntStream.rangeClosed(1, players)
                .mapToObj(i -> generator("generator" + i))
                .toList();
        List<Discriminator> discriminators = IntStream.rangeClosed(1, players)
                .mapToObj(i -> discriminator("discriminator" + i))
                .toList();
        Game game = new Game(
                new Team<>(generators, new Weighting.Uniform()),
                new Team<>(discriminators, new Weighting.Softmax(1)),
                objective,
                penalties,
                precision);
        List<MovingAverage> averages = halfLife == 0
                ? List.of()
                : generators.stream()
                        .map(g -> new MovingAverage(generator.get().allocate(Device.CPU), g.network(), halfLife))
                        .toList();
        Length length = new Length(batch * steps, 0);
        Training training =
                new Training(game, referee, data, averages, new Training.Settings(1, batch, Device.CPU, length));
        training.compute(new Parallelism(replicas, 1));
        return training;
    }

    private Generator generator(String name) {
        Network network = generator.get().allocate(Device.CPU);
        return new Generator(
                name,
                network,
                input.orElseGet(() -> new Latents.Normal(latents, false)),
                optimizer.apply(network.learnedCount()),
                new Constant(rate));
    }

    private Discriminator discriminator(String name) {
        Network network = discriminator.get().allocate(Device.CPU);
        return new Discriminator(
                name, network, augmentations, optimizer.apply(network.learnedCount()), new Constant(rate));
    }
}
