package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Referee;
import io.github.gan4j.game.Scale;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Diagnoses a training from its history. A pure function that walks along the history and looks back at every observation,
 * so that the diagnosis afterwards is the one during training.
 *
 * @param probabilities whether p_real and p_fake are probabilities under the objective
 * @param plan that remedies change, if it is known
 */
public record Doctor(boolean probabilities, Optional<Plan> plan) {
    /** Clusters and the width of codes take longer to settle. */
    private static final double FINDING = 0.4;

    private static final Set<Illness> OF_FINDING =
            EnumSet.of(Illness.OSCILLATION, Illness.PARTIAL_COLLAPSE, Illness.NARROW_LATENT, Illness.UNLIKE_DATA);

    /** What a verdict without an illness rests on. */
    private static final List<Signal> SHOWN = List.of(
            Signal.P_REAL, Signal.P_FAKE, Signal.CLUSTER_DISTANCE, Signal.REAL_DISTANCE, Signal.DETAIL_DISTANCE);

    private static final int FEWEST = 8;
    /** Samples that were best this long ago have stopped improving. */
    private static final double LONG_AGO = 0.6;

    private static final double HARDLY = 0.95;

    /** The share of its learning rates' course that a run needs before it can be ill. */
    private static final double BEGUN = 0.03;

    /** The field of the event that ends a run. */
    private static final String ENDING = "ending";

    /** For a training by this plan. */
    public static Doctor of(Plan plan) {
        boolean unbounded = plan.objective().scale() == Scale.UNBOUNDED;
        return new Doctor(!unbounded, Optional.of(plan.over(plan.stop().images())));
    }

    /** For the training in this run folder; without remedies where its plan cannot be read. */
    public static Doctor of(RunFolder folder) {
        try {
            return of(Plan.read(folder.plan()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return withoutPlan();
        }
    }

    /**
     * What is, or was, happening in a run.
     *
     * @param notice hears how many events are damaged and left out
     * @throws IOException in one line, when the folder is no run
     */
    public static Diagnosis examine(RunFolder folder, Consumer<String> notice) throws IOException {
        RunFolder.open(folder.path());
        if (!Files.isRegularFile(folder.events()))
            throw new IOException(folder.path() + ": has no events yet, so there is nothing to go by");
        return of(folder).examine(JsonLines.read(folder.events(), notice));
    }

    /** What is, or was, happening in a run, by all of its events. */
    public Diagnosis examine(List<? extends JsonNode> events) {
        boolean ended = !events.isEmpty() && events.get(events.size() - 1).has(ENDING);
        History history = History.of(events);
        return ended ? conclude(history) : diagnose(history);
    }

    /** For a training whose plan is not known: no remedies. */
    public static Doctor withoutPlan() {
        return new Doctor(true, Optional.empty());
    }

    private record Case(long since, Finding finding) {}

    /** The diagnosis of a training that goes on. */
    public Diagnosis diagnose(History history) {
        if (history.size() > 0
                && !history.observations().get(history.size() - 1).finite())
            return diagnosis(Illness.NOT_FINITE, history.lastChangeOfFinite(), List.of(), List.of(), history);
        if (plan.filter(known -> known.referee() instanceof Referee.Generators).isPresent())
            return diagnosis(Illness.NO_GAME, 0, List.of(), List.of(), history);
        if (history.size() < FEWEST) return diagnosis(Illness.TOO_EARLY, 0, List.of(), List.of(), history);
        Map<Illness, Case> cases = new EnumMap<>(Illness.class);
        for (int moment = FEWEST - 1; moment < history.size(); moment++) follow(cases, history.at(moment));
        return worst(cases, history.at(history.size() - 1));
    }

    /** The diagnosis of a training that is over: a first impression where it was too short for more. */
    public Diagnosis conclude(History history) {
        Diagnosis found = diagnose(history);
        if (found.illness() != Illness.TOO_EARLY) return found;
        if (history.examinations() == 0) return diagnosis(Illness.TOO_SHORT, 0, List.of(), List.of(), history);
        Map<Illness, Case> cases = new EnumMap<>(Illness.class);
        Window all = Window.impression(history);
        follow(cases, all);
        return worst(cases, all);
    }

    private Diagnosis worst(Map<Illness, Case> cases, Window last) {
        boolean young = hardlyBegun(last) && !cases.containsKey(Illness.TOTAL_COLLAPSE);
        if (cases.isEmpty() || young) return well(last);
        List<Illness> found = new ArrayList<>(cases.keySet());
        Case worst = cases.get(found.get(0));
        return diagnosis(
                found.get(0),
                worst.since(),
                worst.finding().evidence(),
                found.subList(1, found.size()),
                last.history());
    }

    private void follow(Map<Illness, Case> cases, Window window) {
        if (window.tooEarly()) return;
        for (Symptom symptom : Symptoms.of(probabilities)) {
            Illness illness = symptom.illness();
            if (window.share() < FINDING && OF_FINDING.contains(illness)) continue;
            Optional<Finding> finding = symptom.finding().apply(window);
            if (finding.isEmpty()) continue;
            Case before = cases.get(illness);
            if (before == null && finding.get().begins()) cases.put(illness, new Case(window.since(), finding.get()));
            else if (before != null && finding.get().stays())
                // the evidence is that of the last moment at which every number was beyond its threshold
                cases.put(illness, new Case(before.since(), finding.get().begins() ? finding.get() : before.finding()));
            else cases.remove(illness);
        }
    }

    /** Whether learning rates that fall have hardly begun to: what looks ill then is only young, however short the run. */
    private boolean hardlyBegun(Window last) {
        return plan.map(known -> known.generator().optimizer().learningRate().fallen())
                .filter(end -> end.isPresent() && last.images() < BEGUN * end.getAsLong())
                .isPresent();
    }

    private Diagnosis well(Window last) {
        boolean looked = last.mean(Signal.CLUSTER_DISTANCE).isPresent();
        // a discriminator in balance says nothing of samples that are all alike: they have to be examined
        boolean nothing = !looked
                && (last.mean(Signal.P_REAL).isEmpty()
                        || plan.isPresent() && !plan.get().restoring());
        if (last.tooEarly() || nothing) return diagnosis(Illness.TOO_EARLY, 0, List.of(), List.of(), last.history());
        OptionalDouble early = last.smallestUntil(Signal.CLUSTER_DISTANCE, LONG_AGO),
                late = last.smallestSince(Signal.CLUSTER_DISTANCE, LONG_AGO);
        boolean finished = last.share() > 0.5
                && early.isPresent()
                && late.isPresent()
                && late.getAsDouble() > HARDLY * early.getAsDouble();
        List<Evidence> evidence = new ArrayList<>();
        for (Signal sign : SHOWN) last.mean(sign).ifPresent(mean -> evidence.add(Evidence.of(sign, mean, Double.NaN)));
        if (!Symptoms.near(last)) return diagnosis(Illness.UNDERTRAINED, 0, evidence, List.of(), last.history());
        return finished
                ? diagnosis(
                        Illness.FINISHED_IMPROVING,
                        (long) (LONG_AGO * last.images()),
                        evidence,
                        List.of(),
                        last.history())
                : diagnosis(Illness.HEALTHY, 0, evidence, List.of(), last.history());
    }

    private Diagnosis diagnosis(
            Illness illness, long since, List<Evidence> evidence, List<Illness> also, History history) {
        List<Suspect> suspects = illness.alarming() ? plan.map(Suspects::of).orElse(List.of()) : List.of();
        List<Remedy> remedies =
                plan.map(known -> Remedies.of(illness, known, suspects)).orElse(List.of());
        return new Diagnosis(illness, since, evidence, also, suspects, remedies, history.examinations());
    }
}
