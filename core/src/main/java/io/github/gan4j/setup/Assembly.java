package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.game.Augmentation;
import io.github.gan4j.game.Consistency;
import io.github.gan4j.game.Discriminator;
import io.github.gan4j.game.Game;
import io.github.gan4j.game.Generator;
import io.github.gan4j.game.MutualInformation;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.game.Sight;
import io.github.gan4j.game.Team;
import io.github.gan4j.networks.Network;
import io.github.gan4j.plan.OptimizerPlan;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PlayerPlan;
import io.github.gan4j.plan.SupervisionPlan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Words;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Optimizer;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.train.Average;
import io.github.gan4j.train.Length;
import io.github.gan4j.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Puts together the training that a completed plan describes. */
public final class Assembly {
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
        Engine.useThreads(plan.threads());
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
        int perView = Blueprints.samplesPerView(plan);
        if (plan.batch() % perView != 0)
            throw new IllegalArgumentException(
                    "batch must divide by the " + perView + " samples of a pack, got " + plan.batch());
        int parts = parts(plan.generator()) * parts(plan.discriminator());
        if (plan.batch() % (parts * perView) != 0)
            throw new IllegalArgumentException("batch must divide by " + parts * perView + " where players are dealt"
                    + " separate batches, got " + plan.batch());
    }

    private static int parts(PlayerPlan players) {
        return players.batches() == PlayerPlan.Batches.SEPARATE ? players.count() : 1;
    }

    public static Device device(Plan plan) {
        return Device.named(Words.of(plan.device()));
    }

    public static Precision precision(Plan plan) {
        return Precision.named(Words.of(plan.precision()));
    }

    private Training training(Samples samples) {
        List<Generator> generators = players("generator", plan.generator().count(), this::generator);
        List<Discriminator> discriminators = discriminators();
        Game game = new Game(
                new Team<>(generators, Rules.weighting(plan.generator()), Rules.batches(plan.generator())),
                new Team<>(discriminators, Rules.weightingOfDiscriminators(plan), Rules.batches(plan.discriminator())),
                Rules.objective(plan.objective()),
                penalties(samples),
                plan.objective().distinction(),
                precision(plan));
        return new Training(
                game,
                Rules.referee(plan.referee()),
                samples,
                averages(generators),
                new Training.Settings(plan.seed(), plan.batch(), device, length(plan)));
    }

    /** That of codes comes first: what is told of a game is what its last discriminator believes. */
    private List<Discriminator> discriminators() {
        List<Discriminator> all = new ArrayList<>();
        if (plan.encoder().used()) {
            PlayerPlan codes = plan.encoder().codes();
            Sight sight = new Sight.Codes(new Latents(plan.latent()).input(plan.seed()));
            all.add(discriminator("codes", Blueprints.codes(plan), codes.optimizer(), List.of(), sight));
        }
        all.addAll(players("discriminator", plan.discriminator().count(), this::discriminator));
        return all;
    }

    private List<Penalty> penalties(Samples samples) {
        List<Penalty> penalties =
                new ArrayList<>(plan.penalties().stream().map(Rules::penalty).toList());
        SupervisionPlan supervision = plan.supervision();
        if (supervision.wanted()) {
            penalties.add(Known.of(plan, samples).penalty(supervision.strength()));
            if (!supervision.agreement().equals(Schedule.constant(0)))
                penalties.add(new Consistency(supervision.agreement(), supervision.certainty()));
            if (!supervision.information().equals(Schedule.constant(0)))
                penalties.add(new MutualInformation(supervision.information()));
        }
        return penalties;
    }

    static Length length(Plan plan) {
        return new Length(plan.length().images(), plan.length().minutes() * 60);
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
        Network network = allocated(Blueprints.generator(plan, shape));
        var optimizer = plan.generator().optimizer();
        return new Generator(
                name, network, Rules.input(plan), Rules.purpose(plan), optimizer(optimizer, network), optimizer.rate());
    }

    private Discriminator discriminator(String name) {
        List<Augmentation> augmentations =
                plan.augmentations().stream().map(Rules::augmentation).toList();
        return discriminator(
                name,
                Blueprints.discriminator(plan, shape),
                plan.discriminator().optimizer(),
                augmentations,
                Rules.sight(plan.encoder()));
    }

    private Discriminator discriminator(
            String name, Network blank, OptimizerPlan optimizer, List<Augmentation> augmentations, Sight sight) {
        Network network = allocated(blank);
        return new Discriminator(name, network, augmentations, sight, optimizer(optimizer, network), optimizer.rate());
    }

    private Network allocated(Network network) {
        made.add(network::close);
        return network.allocate(device);
    }

    private Optimizer optimizer(OptimizerPlan wanted, Network network) {
        Optimizer optimizer = Rules.optimizer(wanted, network.learnedCount(), device);
        made.add(optimizer::close);
        return optimizer;
    }

    private List<Average> averages(List<Generator> generators) {
        List<Average> averages = new ArrayList<>();
        if (plan.average().kept())
            for (Generator generator : generators)
                averages.add(new Average(
                        allocated(Blueprints.generator(plan, shape)),
                        generator.network(),
                        plan.average().halfLife()));
        return averages;
    }
}
