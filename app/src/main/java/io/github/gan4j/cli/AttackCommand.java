package io.github.gan4j.cli;

import io.github.gan4j.adversarial.Aim;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.AttackExperiment;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.cli.options.OptionalNumber;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.data.ClassList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j attack}: images changed slightly so that a classifier errs. */
@Command(
        name = "attack",
        description = "Attack a classifier with adversarial examples, and train a robust one.",
        subcommands = AttackLinearCommand.class,
        footer = {
            "",
            "The classifier is trained on the data at first use and cached. Changes are measured on a scale of pixels from 0"
                    + " to 1.",
            "",
            "Examples",
            "  gan4j attack linear",
            "  gan4j attack --data mnist --epsilon 0.25",
            "  gan4j attack --data mnist --method pgd --epsilon 0.3 --transfer \\",
            "      --adversarial-training",
            "  gan4j attack --data photos --size 64 --epsilon 0.01 --target goldfish"
        })
final class AttackCommand extends Verb {
    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Labelled data, as for train (default: ${DEFAULT-VALUE}).")
    private String data = "strokes";

    @Option(names = "--size", paramLabel = "N", description = "Height and width of images (default: the data's own).")
    private int size;

    @Option(
            names = "--structure",
            paramLabel = "NAME",
            defaultValue = "convolutional",
            description = "Classifier architecture: ${bundle:known.structures} (default: ${DEFAULT-VALUE}).")
    private String structure;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description = "Attack: ${bundle:known.attacks} (default: ${DEFAULT-VALUE}).")
    private String method = "fgsm";

    @Option(
            names = "--norm",
            paramLabel = "NAME",
            description = "Norm of the change: ${bundle:known.norms} (default: ${DEFAULT-VALUE}).")
    private String norm = "linf";

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description =
                    "Largest change of a pixel (default: 0.25 for grey images, 0.03 for colour; with l2, 2 and 0.5).")
    private Optional<Double> epsilon = Optional.empty();

    @Within(least = 1)
    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the attack (default: 10 for iterated, 40 for pgd).")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "CLASS",
            description = "Class that the classifier should predict, by name or number (default: any wrong one).")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--adversarial-training",
            arity = "0..1",
            fallbackValue = OptionalNumber.NONE,
            paramLabel = "E",
            description = "Also attack a classifier hardened by adversarial training (fgsm) with this epsilon"
                    + " (default: that of the attack).")
    private Optional<OptionalNumber> hardened = Optional.empty();

    @Option(names = "--transfer", description = "Also measure transfer between classifiers of all architectures.")
    private boolean transfer;

    @Option(
            names = "--victim",
            paramLabel = "FILE",
            description = "Also test transfer to this TorchScript or ONNX classifier; repeatable.")
    private List<Path> files = List.of();

    @Option(
            names = "--each",
            description =
                    "Also write each attacked image as a file, with its class and the predicted one in labels.csv.")
    private boolean each;

    @Within(least = 1)
    @Option(names = "--count", paramLabel = "N", description = "Images to attack (default: ${DEFAULT-VALUE}).")
    private int count = 1000;

    @Option(
            names = "--images",
            paramLabel = "N",
            description =
                    "Training images of a classifier, with repetition (default: four epochs, but at least 120 000).")
    private Optional<Integer> images = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results and pictures (default: attacks/DATA-STRUCTURE-METHOD).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Override
    public Integer call() throws IOException {
        Structure wanted = Structure.named(structure);
        Attack probe = attack(epsilon.orElse(1.0));
        Path folder = out.isPresent()
                ? results.asked(OutputFile.folder("--out", out.get()))
                : results.usual(Path.of("attacks", plain(data) + "-" + structure + "-" + method));
        Victims victims =
                Victims.of(data, size, images.map(OptionalInt::of).orElseGet(OptionalInt::empty), screen::notice);
        Aim aim = target.map(name -> Aim.targeted(ClassList.one("--target", name, victims.labelNames())))
                .orElseGet(Aim::untargeted);
        double size = epsilon.orElseGet(() -> Attack.usualEpsilon(probe.norm(), victims.shape()));
        OptionalDouble training = hardened.map(
                        given -> OptionalDouble.of(given.value().orElse(size)))
                .orElseGet(OptionalDouble::empty);
        AttackExperiment experiment =
                new AttackExperiment(victims, wanted, attack(size), aim, training, count, transfer, each, files);
        screen.show(experiment.run(folder, screen::notice, screen.slow()).table() + "\n");
        screen.say("results and pictures: " + folder);
        return 0;
    }

    private Attack attack(double size) {
        return Attack.named(method, Norm.named(norm), size, steps.orElse(0));
    }

    private static String plain(String data) {
        return Optional.ofNullable(Path.of(data).getFileName())
                .map(Path::toString)
                .orElse("data");
    }
}
