package io.github.gan4j.adversarial;

import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.tensor.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * An attack on classifiers of one data set, measured and drawn: error, confidence and examples for each classifier, error
 * over epsilon, and how far the examples transfer to other classifiers.
 *
 * @param structure of the classifier that is attacked
 * @param hardened also attack a second classifier, hardened by adversarial training with this epsilon
 * @param count how many held-out images to attack, at most
 * @param everyStructure measure transfer between classifiers of all structures
 * @param each also write each attacked image as a file, in {@code attacked-} and the name of its classifier
 * @param files black-box classifiers (TorchScript or ONNX) that the examples made for the first classifier are tried on
 */
public record AttackExperiment(
        Victims victims,
        Structure structure,
        Attack attack,
        Aim aim,
        OptionalDouble hardened,
        int count,
        boolean everyStructure,
        boolean each,
        List<Path> files) {
    private static final int EXAMPLES = 10;

    /** Against one convolutional classifier and 1000 images. */
    public AttackExperiment(Victims victims, Attack attack) {
        this(
                victims,
                Structure.CONVOLUTIONAL,
                attack,
                Aim.untargeted(),
                OptionalDouble.empty(),
                1000,
                false,
                false,
                List.of());
    }

    /**
     * Trains the classifiers that are not cached, attacks them, and writes results and pictures.
     *
     * @param notice hears one line when a classifier is trained, and how it did
     * @param watcher hears how far the work has got
     * @throws IllegalArgumentException when a file of a classifier does not fit the images
     * @throws IOException in one line, when such a file cannot be read or a result cannot be written
     */
    public AttackReport run(Path folder, Consumer<String> notice, Watcher watcher) throws IOException {
        Map<String, FileClassifier> others = new LinkedHashMap<>();
        Map<String, Classifier> attacked = new LinkedHashMap<>();
        try {
            for (Path file : files) open(file, others);
            Files.createDirectories(folder);
            attacked.put(
                    structure.word(),
                    victims.ordinary(structure, notice, watcher).classifier());
            if (hardened.isPresent())
                attacked.put(
                        Victims.hardenedName(structure, hardened.getAsDouble()),
                        victims.hardened(structure, hardened.getAsDouble(), notice, watcher)
                                .classifier());
            RandomPart drawn = victims.heldOut(count);
            ImageSet images = drawn.images();
            Map<String, AttackOutcome> outcomes = new LinkedHashMap<>();
            List<ErrorCurve> curves = new ArrayList<>();
            for (Map.Entry<String, Classifier> each : attacked.entrySet())
                attack(each.getKey(), each.getValue(), images, outcomes, curves, folder, watcher);
            Classifier first = attacked.get(structure.word());
            others.forEach((name, other) -> outcomes.put(
                    name + ", by " + structure.word(),
                    AttackOutcome.of(first, other, attack, aim, images, share(watcher, "classified", images))));
            if (everyStructure)
                for (Structure each : Structure.values())
                    attacked.computeIfAbsent(each.word(), name -> victims.ordinary(each, notice, watcher)
                            .classifier());
            Optional<Transfer> transfer = everyStructure || !others.isEmpty()
                    ? Optional.of(
                            Transfer.of(attacked, others, attack, aim, images, share(watcher, "transfer:", images)))
                    : Optional.empty();
            Optional<String> target =
                    aim.target().stream().mapToObj(victims.labelNames()::get).findFirst();
            AttackReport report = new AttackReport(
                    victims.about(drawn), target, outcomes, curves, transfer, provenance(drawn, attacked));
            report.write(folder, images);
            return report;
        } finally {
            others.values().forEach(FileClassifier::close);
            attacked.values().forEach(Classifier::close);
        }
    }

    private void open(Path file, Map<String, FileClassifier> others) throws IOException {
        String plain = file.getFileName().toString();
        others.put(
                others.containsKey(plain) ? file.toString() : plain,
                FileClassifier.read(file, victims.shape(), victims.labelNames().size()));
    }

    private void attack(
            String name,
            Classifier victim,
            ImageSet images,
            Map<String, AttackOutcome> outcomes,
            List<ErrorCurve> curves,
            Path folder,
            Watcher watcher)
            throws IOException {
        String plain = name.replaceAll("[^a-z0-9.]+", "-");
        DoubleConsumer progress = share(watcher, "attacked", images);
        AttackOutcome outcome = each
                ? kept(victim, images, folder.resolve("attacked-" + plain), progress)
                : AttackOutcome.of(victim, attack, aim, images, progress);
        outcomes.put(name, outcome);
        curves.add(ErrorCurve.around(
                name,
                victim,
                attack,
                aim,
                images,
                curve -> watcher.done("curve:", (long) (curve.share() * curve.images()), curve.images())));
        String ending = plain + ".png";
        int[] shown = outcome.examples(EXAMPLES);
        if (shown.length > 0)
            ImageFile.writePng(
                    folder.resolve("examples-" + ending), AttackFigure.of(victim, attack, aim, images.picked(shown)));
        if (victim.structure() == Structure.SOFTMAX)
            ImageFile.writePng(folder.resolve("weights-" + ending), Templates.figure(victim));
    }

    private AttackOutcome kept(Classifier victim, ImageSet images, Path folder, DoubleConsumer progress)
            throws IOException {
        AttackedImages files = new AttackedImages(folder, victims.labelNames());
        AttackOutcome outcome =
                AttackOutcome.followed(victim, Predictor.of(victim), attack, aim, images, files::add, progress);
        files.close();
        return outcome;
    }

    private Provenance provenance(RandomPart drawn, Map<String, Classifier> attacked) {
        Provenance found = Provenance.here()
                .withLibtorch(Engine.version())
                .withSeed("draw", drawn.seed())
                .withSeed("classifiers", victims.recipe().seed())
                .withChecksum(Provenance.DATA, victims.split().all().checksum());
        for (Map.Entry<String, Classifier> each : attacked.entrySet())
            found = found.withChecksum(each.getKey(), each.getValue().hash());
        return found;
    }

    private static DoubleConsumer share(Watcher watcher, String doing, ImageSet images) {
        return share -> watcher.done(doing, (long) (share * images.size()), images.size());
    }
}
