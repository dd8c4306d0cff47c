package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.ErrorCurve;
import io.github.gan4j.adversarial.Transfer;
import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Graded;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A study while it is measured: the same calls as those of {@code AttackExperiment}, with what is known after each. */
final class StudyWork {
    private final AttackStudy study;
    private final Victims victims;
    private final RandomPart drawn;
    private final Hearer hearer;
    private final Map<String, Classifier> pupils = new LinkedHashMap<>();
    private final Map<Line, ErrorCurve> curves = new LinkedHashMap<>();
    private final Map<Attack, Transfer> transfers = new LinkedHashMap<>();
    private int stage;

    /** Whose error is a curve. */
    private record Line(String classifier, Attack attack) {}

    /** Hears how far it is, often; what it throws ends the study. */
    @FunctionalInterface
    interface Hearer {
        void at(String doing, double share, ObjectNode facts);
    }

    StudyWork(AttackStudy study, Victims victims, Hearer hearer) {
        this.study = study;
        this.victims = victims;
        this.hearer = hearer;
        drawn = victims.heldOut(study.count());
    }

    Jobs.Outcome outcome() {
        try {
            learn();
            for (Line line : curves.keySet()) {
                ErrorCurve.around(
                        line.classifier(),
                        pupils.get(line.classifier()),
                        line.attack(),
                        study.aim(),
                        drawn.images(),
                        curve -> {
                            curves.put(line, curve);
                            say(line.attack().name() + " on " + line.classifier(), curve.share());
                        });
                stage++;
            }
            if (pupils.size() > 1) for (Attack attack : study.attacks()) transfer(attack);
            return new Jobs.Outcome(facts(), Map.of());
        } finally {
            pupils.values().forEach(Classifier::close);
        }
    }

    /** The classifiers, in the order of the command: the first, hardened, the others. */
    private void learn() {
        Structure first = study.structures().get(0);
        plan(first.word());
        study.hardened().ifPresent(epsilon -> plan(Victims.hardenedName(first, epsilon)));
        pupil(first.word(), watcher -> victims.ordinary(first, line -> {}, watcher));
        study.hardened()
                .ifPresent(epsilon -> pupil(
                        Victims.hardenedName(first, epsilon),
                        watcher -> victims.hardened(first, epsilon, line -> {}, watcher)));
        for (Structure other : study.structures())
            if (other != first) pupil(other.word(), watcher -> victims.ordinary(other, line -> {}, watcher));
    }

    private void plan(String classifier) {
        for (Attack attack : study.attacks())
            curves.put(new Line(classifier, attack), new ErrorCurve(classifier, 0, List.of()));
    }

    private interface School {
        Graded pupil(Watcher watcher);
    }

    private void pupil(String name, School school) {
        say("preparing the classifier " + name, 0);
        Graded pupil = school.pupil((what, done, all) -> say("training the classifier " + name, (double) done / all));
        pupils.put(name, pupil.classifier());
        stage++;
    }

    private void transfer(Attack attack) {
        transfers.put(
                attack,
                Transfer.of(
                        pupils,
                        attack,
                        study.aim(),
                        drawn.images(),
                        share -> say(attack.name() + " on all classifiers", share)));
        stage++;
    }

    private void say(String doing, double share) {
        int lines = curves.size(),
                learning = study.structures().size() + (study.hardened().isPresent() ? 1 : 0);
        int stages = learning + lines + (learning > 1 ? study.attacks().size() : 0);
        hearer.at(doing, Math.min(1, (stage + share) / stages), facts());
    }

    private ObjectNode facts() {
        Attack first = study.attacks().get(0);
        ObjectNode facts = Json.object()
                .put("about", PlainLine.without(victims.about(drawn)))
                .put("epsilon", first.epsilon())
                .put("norm", first.norm().word());
        study.target()
                .ifPresent(target -> facts.put("target", victims.labelNames().get(target)));
        ArrayNode lines = facts.putArray("curves");
        curves.forEach((line, curve) -> {
            ObjectNode one = (ObjectNode) Json.tree(curve);
            lines.add(one.put("attack", line.attack().name()));
        });
        ArrayNode matrices = facts.putArray("transfers");
        transfers.forEach((attack, transfer) -> {
            ObjectNode one = (ObjectNode) Json.tree(transfer);
            matrices.add(one.put("attack", attack.name())
                    .put("images", drawn.images().size()));
        });
        return facts;
    }
}
