package io.github.gan4j.game;

import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of the contest between generators and discriminators.
 *
 * @param distinction what a generator pays for being taken for another one, and a discriminator for taking it so
 *     (MGAN: Hoang et al. 2018, arXiv:1708.02556, equation 4, called beta there); 0 where nobody asks who made a sample
 */
public record Game(
        Team<Generator> generators,
        Team<Discriminator> discriminators,
        Objective objective,
        List<Penalty> penalties,
        Schedule distinction,
        Precision precision)
        implements AutoCloseable {

    public Game {
        penalties = List.copyOf(penalties);
    }

    /** A game in which nobody asks who made a sample. */
    public Game(
            Team<Generator> generators,
            Team<Discriminator> discriminators,
            Objective objective,
            List<Penalty> penalties,
            Precision precision) {
        this(generators, discriminators, objective, penalties, Schedule.constant(0), precision);
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
    private Turn discriminatorTurn(Discriminator discriminator, Reals all, Moment now) {
        List<Tensor> games = new ArrayList<>();
        List<Tensor> extras = new ArrayList<>();
        Optional<Belief> belief = Optional.empty();
        Optional<Scored> before = Optional.empty();
        Reals mine = discriminators.dealt(discriminator, all);
        for (Generator generator : generators.players()) {
            Reals reals = generators.dealt(generator, mine);
            Moment moment = now.of(reals);
            Tensor fakes = Scope.withoutGradients(() -> discriminator.sight().fake(generator, reals, moment));
            // reals that were judged against another generator's fakes are the same reals
            Scored real = reals == mine && before.isPresent()
                    ? before.get()
                    : discriminator.judge(discriminator.sight().real(reals, moment), moment);
            before = Optional.of(real);
            Scored fake = discriminator.judge(fakes, moment);
            Scores scores = new Scores(real.scores(), fake.scores());
            games.add(objective.discriminator(scores));
            extras.add(penalties(discriminator, real, fake, moment).plus(owed(fake.opinion(), generator, moment)));
            belief = Optional.of(Scope.withoutGradients(() -> objective.belief(scores)));
        }
        double[] weights = weights(generators.weighting(), games);
        Tensor game = weighted(games, weights);
        Player.Paid paid = discriminator.learn(game.plus(weighted(extras, weights)), now);
        double behind = game.value() - objective.discriminatorAtRest();
        return new Turn(
                discriminator.name(),
                Side.DISCRIMINATOR,
                paid.loss(),
                behind,
                paid.gradientNorm(),
                belief,
                named(generators, weights));
    }

    /** What a wrong guess at the generator behind fakes costs both sides. */
    private Tensor owed(Opinion opinion, Generator generator, Moment moment) {
        double beta = distinction.at(moment.images());
        return beta == 0
                ? Tensor.zeros().on(moment.device())
                : opinion.misattribution(generators.players().indexOf(generator), moment)
                        .times(beta);
    }

    private Tensor penalties(Discriminator discriminator, Scored real, Scored fake, Moment moment) {
        Tensor sum = Tensor.zeros().on(moment.device());
        for (Penalty penalty : penalties)
            if (penalty.due(discriminator)) sum = sum.plus(penalty.charged(discriminator, real, fake, moment));
        return sum;
    }

    /** A generator learns to make samples that the discriminators take for real, and to pay what else it owes. */
    private Turn generatorTurn(Generator generator, Reals all, Moment now) {
        Reals reals = generators.dealt(generator, all);
        Moment moment = now.of(reals);
        Tensor fakes = generator.imitate(reals, moment);
        Judgement judged = generator.purpose().plays(moment)
                ? judged(generator, fakes, reals, moment)
                : new Judgement(
                        Tensor.zeros().on(moment.device()), Tensor.zeros().on(moment.device()), new double[0]);
        Tensor loss = generator
                .purpose()
                .loss(judged.game(), fakes, reals, generator.input(), moment)
                .plus(judged.owed());
        Player.Paid paid = generator.learn(loss, moment);
        boolean played = judged.weights().length > 0;
        return new Turn(
                generator.name(),
                Side.GENERATOR,
                paid.loss(),
                played ? judged.game().value() - objective.generatorAtRest() : 0,
                paid.gradientNorm(),
                Optional.empty(),
                played ? named(discriminators, judged.weights()) : Map.of());
    }

    /** What all discriminators together make of a generator's fakes. */
    private record Judgement(Tensor game, Tensor owed, double[] weights) {}

    private Judgement judged(Generator generator, Tensor fakes, Reals all, Moment now) {
        List<Tensor> games = new ArrayList<>();
        List<Tensor> extras = new ArrayList<>();
        for (Discriminator discriminator : discriminators.players()) {
            Reals reals = discriminators.dealt(discriminator, all);
            Moment moment = now.of(reals);
            Tensor real = objective.comparing()
                    ? Scope.withoutGradients(
                            () -> told(discriminator, discriminator.sight().real(reals, moment), moment)
                                    .scores())
                    : Tensor.zeros(0);
            Tensor fake = discriminator.sight() == Sight.SAMPLES
                    ? discriminators.dealt(discriminator, fakes)
                    : discriminator.sight().fake(generator, reals, moment);
            Opinion opinion = foreseen(generator, discriminator, reals, fake, moment);
            games.add(objective.generator(counting(generator, new Scores(real, opinion.scores()), moment)));
            extras.add(owed(opinion, generator, moment));
        }
        double[] weights = weights(discriminators.weighting(), games);
        return new Judgement(weighted(games, weights), weighted(extras, weights), weights);
    }

    /** What a discriminator tells a generator, as it is or as the generator foresees it. */
    private Opinion foreseen(
            Generator generator, Discriminator discriminator, Reals reals, Tensor fake, Moment moment) {
        Foresight foresight = generator.purpose().foresight();
        if (foresight.steps() == 0) return told(discriminator, fake, moment);
        Tensor shown = discriminator.sight().real(reals, moment);
        return foresight.of(discriminator, objective, shown, fake, moment, () -> told(discriminator, fake, moment));
    }

    /** Features have no order in which some would count more. */
    private Scores counting(Generator generator, Scores scores, Moment moment) {
        return objective.matching() ? scores : generator.purpose().counting(scores, moment);
    }

    /** What a discriminator tells generators about samples. */
    private Opinion told(Discriminator discriminator, Tensor samples, Moment moment) {
        return objective.matching()
                ? new Opinion(discriminator.features(samples, moment), Optional.empty())
                : discriminator.opinion(samples, moment);
    }

    private static Map<String, Double> named(Team<?> adversaries, double[] weights) {
        if (weights.length == 1) return Map.of();
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < weights.length; i++)
            named.put(adversaries.players().get(i).name(), weights[i]);
        return named;
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
