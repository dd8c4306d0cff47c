package io.github.gan4j.cli;

import io.github.gan4j.apply.Aim;
import io.github.gan4j.apply.Attack;
import io.github.gan4j.apply.AttackFigure;
import io.github.gan4j.apply.AttackReport;
import io.github.gan4j.apply.ErrorCurve;
import io.github.gan4j.apply.Outcome;
import io.github.gan4j.apply.Templates;
import io.github.gan4j.apply.Transfer;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * How {@code gan4j attack} comes from classifiers and an attack to numbers and pictures.
 *
 * @param target the class to be seen, where it is not just any wrong one
 * @param count images to attack, where there are as many
 */
record Assault(Victims victims, Attack attack, Optional<String> target, int count, Path folder, Notices notices) {
    private static final int EXAMPLES = 10;
    private static final int IN_CURVE = 1000;
    private static final int FEWEST_IN_CURVE = 200;

    /** The table of results, once everything is written. */
    String run(boolean transfer) throws IOException {
        ImageSet images = victims.images(count);
        Aim aim = target.map(name -> Aim.towards(victims.requireClass(name))).orElseGet(Aim::away);
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        List<ErrorCurve> curves = new ArrayList<>();
        for (Map.Entry<String, Classifier> victim : victims.byName().entrySet()) {
            String name = victim.getKey();
            Outcome outcome = Outcome.of(victim.getValue(), attack, aim, images, told("attacked", images.size()));
            outcomes.put(name, outcome);
            ImageSet few = images.part(0, Math.min(inCurve(), images.size()));
            curves.add(ErrorCurve.around(name, victim.getValue(), attack, aim, few, told("curve:", few.size())));
            draw(name, victim.getValue(), aim, images, outcome);
        }
        outcomes.putAll(ofFiles(aim, images));
        Optional<Transfer> matrix = transfer || !victims.files().isEmpty()
                ? Optional.of(transfer(transfer, aim, images))
                : Optional.empty();
        AttackReport report =
                new AttackReport(images.describe() + " (" + victims.how() + ")", outcomes, curves, matrix);
        write(report, images);
        return report.table();
    }

    /** A curve asks for an attack at each of its points, so where one takes many steps it is of fewer images. */
    private int inCurve() {
        return Math.max(FEWEST_IN_CURVE, IN_CURVE / attack.steps());
    }

    /** What the files tell of the images that are made for the first classifier. */
    private Map<String, Outcome> ofFiles(Aim aim, ImageSet images) {
        Map.Entry<String, Classifier> maker =
                victims.byName().entrySet().iterator().next();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        victims.files()
                .forEach((name, file) -> outcomes.put(
                        name + ", by " + maker.getKey(),
                        Outcome.of(maker.getValue(), file, attack, aim, images, told("shown", images.size()))));
        return outcomes;
    }

    private Transfer transfer(boolean everyStructure, Aim aim, ImageSet images) {
        if (everyStructure) for (Structure structure : Structure.values()) victims.add(structure);
        DoubleConsumer progress = told("transfer:", images.size());
        return Transfer.of(victims.byName(), victims.files(), attack, aim, images, progress);
    }

    private void draw(String name, Classifier victim, Aim aim, ImageSet images, Outcome outcome) throws IOException {
        String ending = name.replaceAll("[^a-z0-9.]+", "-") + ".png";
        int[] shown = outcome.examples(EXAMPLES);
        if (shown.length > 0)
            ImageFile.writePng(
                    folder.resolve("examples-" + ending), AttackFigure.of(victim, attack, aim, images.picked(shown)));
        if (victim.structure() == Structure.SOFTMAX)
            ImageFile.writePng(folder.resolve("weights-" + ending), Templates.figure(victim));
    }

    private void write(AttackReport report, ImageSet images) throws IOException {
        AtomicFile.writeString(folder.resolve("results.json"), report.toJson().toPrettyString() + "\n");
        AtomicFile.writeString(folder.resolve("images.csv"), report.imagesCsv(images));
        AtomicFile.writeString(folder.resolve("epsilon.csv"), report.curvesCsv());
        ErrorCurve.chart(attack, report.curves()).write(folder.resolve("epsilon.png"));
        if (report.transfer().isPresent())
            AtomicFile.writeString(
                    folder.resolve("transfer.csv"),
                    AttackReport.csv(report.transfer().get()));
    }

    private DoubleConsumer told(String doing, int images) {
        Patience patience = new Patience(notices);
        return share -> patience.done(doing, (long) (share * images), images);
    }
}
