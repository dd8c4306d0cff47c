package io.github.gan4j.game;

import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of the contest between generators and discriminators. */
public record Game(
        Team<Generator> generators,
        Team<Discriminator> discriminators,
        Objective objective,
        List<Penalty> penalties,
        Precision precision)
        implements AutoCloseable {

    public Game {
        penalties = List.copyOf(penalties);
    }

    /**
     * One player learns from one batch; everything made on the way is freed.
     *
     * @throws NotFiniteException when its loss or gradient is not finite; no weight has been changed then (statistics of
     *     batch normalisation follow every batch that passes)
     */
    public Turn play(Player mover, Reals reals, Moment moment) {
        try (Scope turn = new Scope();
                Precision.Cast cast = precision.on(moment.device())) {
            return mover instanceof Discriminator discriminator
                    ? discriminatorTurn(discriminator, reals, moment)
                    : generatorTurn((Generator) mover, reals, moment);
        }
    }

    /** A discriminator learns to tell reals from the fakes of every generator. */
    private Turn discriminatorTurn(Discriminator discriminator, Reals reals, Moment moment) {
        List<Tensor> games = new ArrayList<>();
        List<Tensor> extras = new ArrayList<>();
        Optional<Belief> belief = Optional.empty();
        for (Generator generator : generators.players()) {
            Tensor fakes = Scope.withoutGradients(() -> discriminator.sight().fake(generator, reals, moment));
            Scored real = discriminator.judge(discriminator.sight().real(reals, moment), moment);
            Scored fake = discriminator.judge(fakes, moment);
            Scores scores = new Scores(real.scores(), fake.scores());
            games.add(objective.discriminator().apply(scores));
            extras.add(penalties(discriminator, real, fake, moment));
            belief = Optional.of(Scope.withoutGradients(() -> objective.belief(scores)));
        }
        double[] weights = weights(generators.weighting(), games);
        Tensor game = weighted(games, weights);
        Player.Paid paid = discriminator.learn(game.plus(weighted(extras, weights)), moment);
        double behind = game.value() - objective.discriminatorAtRest();
        return new Turn(discriminator.name(), Side.DISCRIMINATOR, paid.loss(), behind, paid.gradientNorm(), belief);
    }

    private Tensor penalties(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
        Tensor sum = Tensor.zeros().on(moment.device());
        for (Penalty penalty : penalties)
            if (penalty.due(discriminator)) sum = sum.plus(penalty.of(discriminator, real, fake, moment));
        return sum;
    }

    /** A generator learns to make samples that the discriminators take for real, and to pay what else it owes. */
    private Turn generatorTurn(Generator generator, Reals reals, Moment moment) {
        Tensor fakes = generator.imitate(reals, moment);
        boolean plays = generator.purpose().plays(moment);
        Tensor game =
                plays ? judged(generator, fakes, reals, moment) : Tensor.zeros().on(moment.device());
        Player.Paid paid = generator.learn(generator.purpose().loss(game, fakes, reals, moment), moment);
        double behind = plays ? game.value() - objective.generatorAtRest() : 0;
        return new Turn(generator.name(), Side.GENERATOR, paid.loss(), behind, paid.gradientNorm(), Optional.empty());
    }

    private Tensor judged(Generator generator, Tensor fakes, Reals reals, Moment moment) {
        List<Tensor> games = new ArrayList<>();
        for (Discriminator discriminator : discriminators.players()) {
            Tensor real = objective.comparing()
                    ? Scope.withoutGradients(
                            () -> told(discriminator, discriminator.sight().real(reals, moment), moment))
                    : Tensor.zeros(0);
            Tensor fake = discriminator.sight() == Sight.SAMPLES
                    ? fakes
                    : discriminator.sight().fake(generator, reals, moment);
            games.add(objective.generator().apply(new Scores(real, told(discriminator, fake, moment))));
        }
        return weighted(games, weights(discriminators.weighting(), games));
    }

    /** What a discriminator tells generators about samples. */
    private Tensor told(Discriminator discriminator, Tensor samples, Moment moment) {
        return objective.matching() ? discriminator.features(samples, moment) : discriminator.score(samples, moment);
    }

    /** What the last discriminator believes now of reals and of the last generator's fakes; nobody learns. */
    public Belief belief(Reals reals, Moment moment) {
        Generator generator = generators.players().get(generators.players().size() - 1);
        Discriminator discriminator =
                discriminators.players().get(discriminators.players().size() - 1);
        try (Scope look = new Scope();
                Precision.Cast cast = precision.on(moment.device())) {
            return Scope.withoutGradients(() -> objective.belief(new Scores(
                    discriminator.score(discriminator.sight().real(reals, moment), moment),
                    discriminator.score(discriminator.sight().fake(generator, reals, moment), moment))));
        }
    }

    private static double[] weights(Weighting weighting, List<Tensor> losses) {
        // one adversary needs no weighing, and no look at the number
        if (losses.size() == 1) return new double[] {1};
        return weighting.of(losses.stream().mapToDouble(Tensor::value).toArray());
    }

    private static Tensor weighted(List<Tensor> parts, double[] weights) {
        if (parts.size() == 1) return parts.get(0);
        Tensor sum = parts.get(0).times(weights[0]);
        for (int i = 1; i < weights.length; i++) sum = sum.plus(parts.get(i).times(weights[i]));
        return sum;
    }

    /** Discriminators first, then generators. */
    public List<Player> players() {
        return Stream.<Player>concat(discriminators.players().stream(), generators.players().stream())
                .toList();
    }

    @Override
    public void close() {
        players().forEach(Player::close);
    }
}
