package io.github.gan4j.checkup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Illness;
import io.github.gan4j.doctor.Journal;
import io.github.gan4j.doctor.Signal;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Every;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.StopPlan;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The doctor's visits to a training: an examination now and then, and the diagnosis from all of them. When to look and what
 * to take is asked on the training's thread; measuring and diagnosing may be left to another one.
 */
public final class Checkup {
    /** The field of an event that has a new diagnosis as a word, and the one that has it as a line. */
    static final String WORD = "diagnosis", LINE = "diagnosisLine";
    /** By the clock, an examination may take a hundredth of the training time; by images, the plan is obeyed. */
    private static final double SHARE = 100;

    /** Looks at a run whose plan leaves their number open: enough for a diagnosis, however short or slow it is. */
    private static final int LOOKS = 24;

    private final Plan plan;
    private final Doctor doctor;
    private final Every looks;
    private final boolean wanted;
    private Optional<Examination> examination = Optional.empty();
    private final Journal journal = new Journal();
    private volatile double cost = Double.POSITIVE_INFINITY;
    private long lookedImages;
    private double lookedSeconds;
    private Optional<Diagnosis> latest = Optional.empty();

    /** Remembers what an interrupted training has recorded already. */
    public Checkup(Plan plan, RunFolder folder, Training training) throws IOException {
        this.plan = plan;
        this.doctor = Doctor.of(plan);
        this.looks = looks(plan);
        // what restores has no latents, and is compared with the very reals behind its input
        this.wanted = !plan.restoring();
        List<ObjectNode> events = JsonLines.read(folder.events());
        events.forEach(journal::add);
        if (events.stream().anyMatch(event -> event.has(Signal.CLUSTER_DISTANCE.key())))
            latest = Optional.of(doctor.diagnose(journal.history()));
        lookedImages = training.images();
        lookedSeconds = training.seconds();
    }

    private static Every looks(Plan plan) {
        Every asked = plan.doctor().every();
        if (asked.images() > 0 || asked.seconds() > 0) return asked;
        StopPlan length = plan.stop();
        long images = length.images() == 0 ? 0 : Math.max(1, length.images() / LOOKS);
        return new Every(images, length.minutes() * 60 / LOOKS);
    }

    public boolean due(Training training) {
        if (!wanted) return false;
        boolean affordable = Double.isInfinite(cost) || training.seconds() - lookedSeconds >= SHARE * cost;
        Every whenAffordable = affordable ? looks : new Every(looks.images(), 0);
        return whenAffordable.reached(lookedImages, lookedSeconds, training.images(), training.seconds());
    }

    /** The signals now, by their keys in events: samples and scores are taken at once, and measured by whoever asks. */
    public Supplier<Map<String, Double>> look(Training training) {
        if (!wanted) return Map::of;
        if (examination.isEmpty()) examination = Optional.of(new Examination(plan, training.data()));
        long start = System.nanoTime();
        Supplier<Map<Signal, Double>> taken = examination.get().at(training);
        long taking = System.nanoTime() - start;
        lookedImages = training.images();
        lookedSeconds = training.seconds();
        return () -> {
            long measuring = System.nanoTime();
            Map<String, Double> seen = new LinkedHashMap<>();
            taken.get().forEach((sign, value) -> seen.put(sign.key(), value));
            // the least so far: the first ones are slow, and so are those during which others kept the processor busy
            cost = Math.min(cost, (taking + System.nanoTime() - measuring) / 1e9);
            return seen;
        };
    }

    /** Adds an event to the history, and the diagnosis to the event where it is new. */
    public Optional<Diagnosis> diagnose(ObjectNode event) {
        journal.add(event);
        // between two examinations there is little news, and before the first one a run is too short for any
        if (!event.has(Signal.CLUSTER_DISTANCE.key())) return Optional.empty();
        Diagnosis now = doctor.diagnose(journal.history());
        boolean news = latest.map(before -> before.illness() != now.illness())
                .orElse(now.illness() != Illness.TOO_EARLY && now.illness() != Illness.HEALTHY);
        latest = Optional.of(now);
        if (!news) return Optional.empty();
        write(now, event);
        return Optional.of(now);
    }

    /** Adds the event that ends the training, and the final diagnosis to it. */
    public void conclude(ObjectNode event) {
        journal.add(event);
        Diagnosis found = doctor.conclude(journal.history());
        latest = Optional.of(found);
        write(found, event);
    }

    public static void write(Diagnosis found, ObjectNode event) {
        event.put(WORD, found.word()).put(LINE, found.line());
    }

    public Optional<Diagnosis> latest() {
        return latest.filter(found -> found.illness() != Illness.TOO_EARLY);
    }
}
