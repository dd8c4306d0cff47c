package io.github.gan4j.game;

import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rules of the contest between generators and discriminators.
 *
 * @param terms of either side's loss beside the objective, in the order in which they are added
 */
public record Game(
        Team<Generator> generators,
        Team<Discriminator> discriminators,
        Objective objective,
        List<? extends Term> terms,
        Precision precision)
        implements AutoCloseable {

    public Game {
        terms = List.copyOf(terms);
    }

    /** The loss of a player in the game itself, and its terms if it has any, before one adversary or before all of them. */
    private record Loss(Tensor game, Optional<Tensor> terms) {}

    /**
     * One player learns from one batch; everything made on the way is freed.
     *
     * @throws NotFiniteException when its loss or gradient is not finite; no weight has been changed then (statistics of
     *     batch normalisation follow every batch that passes)
     */
    public Turn play(Player mover, Reals reals, Moment moment) {
        return learned(mover, List.of(differentiated(mover, reals, moment)), moment);
    }

    /**
     * The first half of a turn, which several replicas may take side by side, each with a part of the batch: the gradient
     * that its player will learn from.
     *
     * @return the turn as this part of the batch shows it
     * @throws NotFiniteException when the loss is not finite
     */
    public Turn differentiated(Player mover, Reals reals, Moment moment) {
        try (Scope turn = new Scope();
                Precision.Cast cast = precision.on(moment.device())) {
            return mover instanceof Discriminator discriminator
                    ? discriminatorTurn(discriminator, reals, moment)
                    : generatorTurn((Generator) mover, reals, moment);
        }
    }

    /**
     * The second half: the player learns from the mean of the gradients.
     *
     * @param parts what {@link #differentiated} gave each replica
     * @throws NotFiniteException as {@link #play}
     */
    public Turn learned(Player mover, List<Turn> parts, Moment moment) {
        try (Scope turn = new Scope()) {
            return Turn.mean(parts).withGradientNorm(mover.learn(moment));
        }
    }

    /**
     * What in this game depends on a batch as a whole, in a word of its plan, if anything does: then batches must not be
     * split over replicas.
     */
    public Optional<String> indivisible() {
        if (players().stream().anyMatch(player -> player.network().comparesSamples()))
            return Optional.of("a layer that compares the samples of a batch");
        if (objective.matching()) return Optional.of("feature matching");
        if (terms.stream().anyMatch(Term::ofWholeBatches)) return Optional.of("a term over the whole batch");
        if (!generators.divisible() || !discriminators.divisible()) return Optional.of("weights from losses");
        return generators.players().stream()
                .flatMap(player -> player.loss().indivisible().stream())
                .findFirst();
    }

    /** A discriminator learns to tell reals from the fakes of every generator. */
    private Turn discriminatorTurn(Discriminator player, Reals all, Moment moment) {
        Reals mine = discriminators.dealt(player, all);
        List<Loss> losses = new ArrayList<>();
        Optional<Scored> shared = Optional.empty();
        Optional<Belief> belief = Optional.empty();
        for (Generator generator : generators.players()) {
            Reals reals = generators.dealt(generator, mine);
            Tensor fakes = Scope.withoutGradients(() -> player.sight().fake(generator, reals, moment));
            // reals that were judged against another generator's fakes are the same reals
            Optional<Scored> known = reals == mine ? shared : Optional.empty();
            List<Scored> both = judged(player, known, reals, fakes, moment);
            Scored real = both.get(0), fake = both.get(1);
            shared = Optional.of(real);
            Duel duel = new Duel(player, losses.size(), real, fake, moment);
            losses.add(new Loss(objective.discriminator(real, fake), sum(term -> term.discriminator(duel))));
            belief = Optional.of(Scope.withoutGradients(() -> objective.belief(real, fake)));
        }
        double[] weights = weights(generators.weighting(), losses);
        Loss loss = weighted(losses, weights);
        double paid = player.differentiate(loss.terms().map(loss.game()::plus).orElse(loss.game()), moment);
        double behind = (loss.terms().isEmpty() ? paid : loss.game().value()) - objective.discriminatorAtRest();
        return new Turn(player.name(), Side.DISCRIMINATOR, paid, behind, 0, belief, named(generators, weights));
    }

    /** What a discriminator thinks of reals, unless that is known, and of fakes; terms may look for gradients by the samples. */
    private List<Scored> judged(
            Discriminator player, Optional<Scored> known, Reals reals, Tensor fakes, Moment moment) {
        Supplier<Tensor> real = () -> player.sight().real(reals, moment);
        if (known.isEmpty() && terms.isEmpty() && player.judgesOneByOne())
            return player.judge(real.get(), fakes, reals.labels(), moment);
        return List.of(
                known.orElseGet(() -> player.judge(real.get().withGradient(), reals.labels(), moment)),
                player.judge(fakes.withGradient(), reals.labels(), moment));
    }

    /** A generator learns to make samples that the discriminators take for real. */
    private Turn generatorTurn(Generator player, Reals all, Moment moment) {
        Reals reals = generators.dealt(player, all);
        Tensor fakes = player.imitate(reals, moment);
        boolean played = player.loss().played(moment);
        List<Loss> losses = new ArrayList<>();
        if (played)
            for (Discriminator discriminator : discriminators.players())
                losses.add(against(discriminator, player, fakes, reals, moment));
        double[] weights = played ? weights(discriminators.weighting(), losses) : new double[0];
        Loss loss = played ? weighted(losses, weights) : new Loss(Tensor.zeros().on(moment.device()), Optional.empty());
        Tensor sum = player.loss().weighed(loss.game(), moment);
        for (Term term : terms)
            sum = term.generator(player, fakes, reals, moment).map(sum::plus).orElse(sum);
        sum = loss.terms().map(sum::plus).orElse(sum);
        double paid = player.differentiate(sum, moment);
        return new Turn(
                player.name(),
                Side.GENERATOR,
                paid,
                played ? (sum == loss.game() ? paid : loss.game().value()) - objective.generatorAtRest() : 0,
                0,
                Optional.empty(),
                named(discriminators, weights));
    }

    /** The loss of a generator before one discriminator, as this is or as it would be after unrolled steps. */
    private Loss against(Discriminator discriminator, Generator player, Tensor fakes, Reals all, Moment moment) {
        Reals reals = discriminators.dealt(discriminator, all);
        Sight sight = discriminator.sight();
        Scored real = objective.comparing()
                ? Scope.withoutGradients(
                        () -> objective.look(discriminator, sight.real(reals, moment), reals.labels(), moment))
                : Scored.none();
        Tensor fake =
                sight == Sight.SAMPLES ? discriminators.dealt(discriminator, fakes) : sight.fake(player, reals, moment);
        Supplier<Loss> loss = () -> {
            Scored judged = objective.look(discriminator, fake, reals.labels(), moment);
            int place = generators.players().indexOf(player);
            Duel duel = new Duel(discriminator, place, real, judged, moment);
            return new Loss(player.loss().of(objective, duel), sum(term -> term.generator(duel)));
        };
        return player.loss()
                .unrolled()
                .map(steps -> steps.taken(
                        discriminator, objective, sight.real(reals, moment), fake, reals.labels(), moment, loss))
                .orElseGet(loss);
    }

    private Optional<Tensor> sum(Function<Term, Optional<Tensor>> cost) {
        return sum(terms.stream().map(cost));
    }

    private static Optional<Tensor> sum(Stream<Optional<Tensor>> parts) {
        return parts.flatMap(Optional::stream).reduce(Tensor::plus);
    }

    private static Map<String, Double> named(Team<?> adversaries, double[] weights) {
        if (weights.length < 2) return Map.of();
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < weights.length; i++)
            named.put(adversaries.players().get(i).name(), weights[i]);
        return named;
    }

    private static double[] weights(Weighting weighting, List<Loss> losses) {
        // one adversary needs no weighing, and no look at the number
        if (losses.size() == 1) return new double[] {1};
        return weighting.of(
                losses.stream().mapToDouble(loss -> loss.game().value()).toArray());
    }

    private static Loss weighted(List<Loss> losses, double[] weights) {
        if (losses.size() == 1) return losses.get(0);
        return new Loss(
                weighted(losses, loss -> Optional.of(loss.game()), weights).orElseThrow(),
                weighted(losses, Loss::terms, weights));
    }

    private static Optional<Tensor> weighted(
            List<Loss> losses, Function<Loss, Optional<Tensor>> part, double[] weights) {
        return sum(IntStream.range(0, weights.length)
                .mapToObj(i -> part.apply(losses.get(i)).map(tensor -> tensor.times(weights[i]))));
    }

    /** The discriminator that speaks for its side: the last of those that judge samples. */
    public Discriminator judge() {
        List<Discriminator> ofSamples = discriminators.players().stream()
                .filter(player -> player.sight().ofSamples())
                .toList();
        return ofSamples.get(ofSamples.size() - 1);
    }

    /** The belief of the {@link #judge}, measured now on reals and on the last generator's fakes; nobody learns. */
    public Belief belief(Reals reals, Moment moment) {
        Generator generator = generators.players().get(generators.players().size() - 1);
        Discriminator judge = judge();
        try (Scope look = new Scope();
                Precision.Cast cast = precision.on(moment.device())) {
            return Scope.withoutGradients(() -> objective.belief(
                    judge.judge(judge.sight().real(reals, moment), reals.labels(), moment),
                    judge.judge(judge.sight().fake(generator, reals, moment), reals.labels(), moment)));
        }
    }

    /** Discriminators first, then generators. */
    public List<Player> players() {
        List<Player> all = new ArrayList<>(discriminators.players());
        all.addAll(generators.players());
        return all;
    }

    @Override
    public void close() {
        players().forEach(Player::close);
    }
}
