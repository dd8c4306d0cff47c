package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Consistency;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Encoded;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.GameLoss;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.Learning;
import io.github.gan4j.game.MutualInformation;
import io.github.gan4j.game.OriginClassification;
import io.github.gan4j.game.Player;
import io.github.gan4j.game.Sight;
import io.github.gan4j.game.Team;
import io.github.gan4j.game.Term;
import io.github.gan4j.game.Weighting;
import io.github.gan4j.networks.Network;
import io.github.gan4j.plan.GeneratorPlan;
import io.github.gan4j.plan.LossPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.SupervisionPlan;
import io.github.gan4j.plan.TeamPlan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Parallelism;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.MovingAverage;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Puts together the training that a completed plan describes. */
public final class Assembly {
    /** Those of this machine. */
    static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Keeps the random numbers of first weights apart from those of the steps. */
    private static final long FIRST_WEIGHTS = -1;

    private final Plan plan;
    private final SampleShape shape;
    private final Device device;
    /** Closes what has native memory already, should a later part turn out to be impossible. */
    private final List<Runnable> made = new ArrayList<>();

    private Assembly(Plan plan, SampleShape shape) {
        this.plan = plan;
        this.shape = shape;
        this.device = device(plan);
    }

    /** A training with first weights; the caller closes it. */
    public static Training training(Plan plan, Samples samples) {
        requireDivisible(plan);
        Engine.seed(plan.seed(), FIRST_WEIGHTS);
        Assembly assembly = new Assembly(plan, samples.shape());
        try {
            return assembly.training(samples);
        } catch (RuntimeException impossible) {
            assembly.made.forEach(Runnable::run);
            throw impossible;
        }
    }

    private static void requireDivisible(Plan plan) {
        int perView = plan.discriminator().samplesPerView();
        if (plan.batchSize() % perView != 0)
            throw new IllegalArgumentException(
                    "batchSize must divide by the " + perView + " samples of a pack, got " + plan.batchSize());
        int parts = parts(plan.generator().team()) * parts(plan.discriminator().team());
        if (plan.batchSize() % (parts * perView) != 0)
            throw new IllegalArgumentException("batchSize must divide by " + parts * perView
                    + " where players are dealt" + " separate batches, got " + plan.batchSize());
    }

    private static int parts(Optional<TeamPlan> team) {
        return team.filter(several -> several.batches() == Team.Batches.SEPARATE)
                .map(TeamPlan::count)
                .orElse(1);
    }

    /** The threads that a plan computes with; all cores on whole batches where it leaves that open. */
    public static Parallelism parallelism(Plan plan) {
        return plan.parallelism(CORES).orElse(Parallelism.ofThreads(CORES));
    }

    public static Device device(Plan plan) {
        return Device.named(plan.device().word());
    }

    public static Precision precision(Plan plan) {
        return Precision.named(Words.of(plan.precision()));
    }

    private Training training(Samples samples) {
        List<Generator> generators = players("generator", plan.generator().count(), this::generator);
        List<Discriminator> discriminators = discriminators();
        Game game = new Game(
                team(generators, plan.generator().team()),
                plan.encoded()
                        .map(encoded -> new Team<>(discriminators, shares(encoded)))
                        .orElseGet(
                                () -> team(discriminators, plan.discriminator().team())),
                plan.objective(),
                terms(samples),
                precision(plan));
        Training training = new Training(
                game,
                plan.referee(),
                samples,
                averages(generators),
                new Training.Settings(plan.seed(), plan.batchSize(), device, length(plan)));
        made.add(training::close);
        training.compute(parallelism(plan));
        return training;
    }

    private static <P extends Player> Team<P> team(List<P> players, Optional<TeamPlan> wanted) {
        return wanted.map(team -> new Team<>(players, team.weighting(), team.batches()))
                .orElseGet(() -> new Team<>(players, new Weighting.Uniform()));
    }

    /** That of codes comes first. */
    private static Weighting shares(Encoded encoded) {
        return new Weighting.Given(List.of(encoded.codesWeight(), 1 - encoded.codesWeight()));
    }

    /** That of codes comes first: the probabilities recorded for a game are those of its last discriminator. */
    private List<Discriminator> discriminators() {
        List<Discriminator> all = new ArrayList<>();
        plan.encoded().ifPresent(encoded -> {
            Sight sight = new Sight.Codes(encoded.latents().seeded(plan.seed()));
            Network codes = PlannedNetworks.codes(plan, encoded);
            all.add(discriminator("codes", codes, encoded.codes().optimizer(), List.of(), sight));
        });
        all.addAll(players("discriminator", plan.discriminator().count(), this::discriminator));
        return all;
    }

    private List<Term> terms(Samples samples) {
        List<Term> terms = new ArrayList<>(plan.discriminator().penalties());
        plan.discriminator().supervision().ifPresent(supervision -> {
            terms.add(Known.of(plan, supervision, samples).penalty(supervision.weight()));
            terms.addAll(ofUnlabelled(supervision));
        });
        LossPlan loss = plan.generator().loss();
        terms.addAll(loss.content());
        if (loss.distinguishing()) terms.add(new OriginClassification(loss.classification()));
        return terms;
    }

    private static List<Term> ofUnlabelled(SupervisionPlan supervision) {
        List<Term> terms = new ArrayList<>();
        if (!supervision.consistency().equals(Schedule.constant(0)))
            terms.add(new Consistency(supervision.consistency(), supervision.confidence()));
        if (!supervision.mutualInformation().equals(Schedule.constant(0)))
            terms.add(new MutualInformation(supervision.mutualInformation()));
        return terms;
    }

    public static Length length(Plan plan) {
        return new Length(plan.stop().images(), plan.stop().minutes() * 60);
    }

    private interface Named<P> {
        P make(String name);
    }

    private static <P> List<P> players(String kind, int count, Named<P> maker) {
        IntFunction<String> name = i -> count == 1 ? kind : kind + (i + 1);
        return IntStream.range(0, count)
                .mapToObj(i -> maker.make(name.apply(i)))
                .toList();
    }

    private Generator generator(String name) {
        GeneratorPlan wanted = plan.generator();
        LossPlan loss = wanted.loss();
        Network network = allocated(PlannedNetworks.generator(plan, shape));
        return new Generator(
                name,
                network,
                wanted.input().seeded(plan.seed()),
                new GameLoss(loss.adversarial(), loss.topK(), loss.unrolled()),
                optimizer(wanted.optimizer(), network),
                wanted.optimizer().learningRate());
    }

    private Discriminator discriminator(String name) {
        boolean redrawn = plan.encoded()
                .filter(encoded -> encoded.shown() == Encoded.Shown.REDRAWN)
                .isPresent();
        return discriminator(
                name,
                PlannedNetworks.discriminator(plan, shape),
                plan.discriminator().optimizer(),
                plan.discriminator().augmentations(),
                redrawn ? new Sight.Redrawn() : Sight.SAMPLES);
    }

    private Discriminator discriminator(
            String name, Network blank, Learning learning, List<Augmentation> augmentations, Sight sight) {
        Network network = allocated(blank);
        return new Discriminator(
                name, network, augmentations, sight, optimizer(learning, network), learning.learningRate());
    }

    private Network allocated(Network network) {
        made.add(network::close);
        return network.allocate(device);
    }

    private Optimizer optimizer(Learning wanted, Network network) {
        Optimizer optimizer = wanted.optimizer(network.learnedCount(), device);
        made.add(optimizer::close);
        return optimizer;
    }

    private List<MovingAverage> averages(List<Generator> generators) {
        List<MovingAverage> averages = new ArrayList<>();
        plan.generator().ema().ifPresent(ema -> {
            for (Generator generator : generators)
                averages.add(new MovingAverage(
                        allocated(PlannedNetworks.generator(plan, shape)), generator.network(), ema.halfLife()));
        });
        return averages;
    }
}
