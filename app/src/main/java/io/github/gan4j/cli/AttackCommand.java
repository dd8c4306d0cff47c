package io.github.gan4j.cli;

import io.github.gan4j.adversarial.Aim;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.AttackExperiment;
import io.github.gan4j.adversarial.AttackReport;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j attack}: images changed a little so that a classifier errs. */
@Command(
        name = "attack",
        description = "Fool a classifier by changes that are hardly seen, and teach one to withstand them.",
        subcommands = AttackLinearCommand.class,
        footer = {
            "",
            "The classifier learns the data at first use and is kept. Sizes of changes are in units of pixels from 0 to 1.",
            "",
            "Examples",
            "  gan4j attack linear",
            "  gan4j attack --data mnist --epsilon 0.25",
            "  gan4j attack --data mnist --method pgd --epsilon 0.3 --adversarial-training --transfer",
            "  gan4j attack --data photos --size 64 --epsilon 0.01 --target goldfish"
        })
final class AttackCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Labelled images, as for train; pen strokes when not given.")
    private String data = "strokes";

    @Option(names = "--size", paramLabel = "N", description = "Pixels a side; the data's own when not given.")
    private int size;

    @Option(
            names = "--structure",
            paramLabel = "NAME",
            description = "Of the classifier: softmax, perceptron, convolutional (when not given), residual.")
    private String structure = "convolutional";

    @Option(names = "--method", paramLabel = "NAME", description = "fgsm, iterated or pgd; fgsm when not given.")
    private String method = "fgsm";

    @Option(names = "--norm", paramLabel = "NAME", description = "linf (when not given) or l2.")
    private String norm = "linf";

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description =
                    "The largest change; when not given 0.25 for grey images and 0.03 for colour ones, with l2 2 and 0.5.")
    private Optional<Double> epsilon = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "When not given 10 for iterated, 40 for pgd.")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "CLASS",
            description = "The class that the classifier is to see, by name or number; any wrong one when not given.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--adversarial-training",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "E",
            description =
                    "Beside the classifier one that learned from attacked images too (fgsm with this epsilon, that of the"
                            + " attack when not given).")
    private Optional<Double> adversarialTraining = Optional.empty();

    @Option(names = "--transfer", description = "Also the matrix: which structures do examples made for others fool?")
    private boolean transfer;

    @Option(
            names = "--victim",
            paramLabel = "FILE",
            description =
                    "Also a classifier as a TorchScript or .onnx file: what does it take the examples for that are made for"
                            + " gan4j's own? May be repeated.")
    private List<Path> files = List.of();

    @Option(names = "--count", paramLabel = "N", description = "Images to attack; 1000 when not given.")
    private int count = 1000;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Images a classifier sees while it learns; four times each when not given.")
    private Optional<Integer> images = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and pictures go; attacks/DATA-STRUCTURE-METHOD when not given.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1) throw new IllegalArgumentException("--count must be at least 1, got " + count);
        steps.ifPresent(n -> {
            if (n < 1) throw new IllegalArgumentException("--steps must be at least 1, got " + n);
        });
        Structure wanted = Structure.named(structure);
        Norm measure = Norm.named(norm);
        Attack.named(method, measure, epsilon.orElse(1.0), steps.orElse(0));
        Path folder = out.orElseGet(() -> Path.of("attacks", plain(data) + "-" + wanted.word() + "-" + method));
        Notices notices = new Notices(spec.commandLine().getErr());
        Victims victims = Victims.of(data, size, images.map(OptionalInt::of).orElseGet(OptionalInt::empty), notices);
        Aim aim = target.map(name -> Aim.targeted(ClassNumbers.one("--target", target, victims.labelNames())
                        .getAsInt()))
                .orElseGet(Aim::untargeted);
        double epsilon = this.epsilon.orElseGet(() -> Attack.usualEpsilon(measure, victims.shape()));
        AttackExperiment experiment = new AttackExperiment(
                victims,
                wanted,
                Attack.named(method, measure, epsilon, steps.orElse(0)),
                aim,
                adversarialTraining
                        .map(e -> OptionalDouble.of(e == 0 ? epsilon : e))
                        .orElseGet(OptionalDouble::empty),
                count,
                transfer,
                files);
        AttackReport report = experiment.run(folder, notices, new Patience(notices));
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().println();
        spec.commandLine().getOut().println("results and pictures: " + folder);
        return 0;
    }

    private static String plain(String data) {
        return Optional.ofNullable(Path.of(data).getFileName())
                .map(Path::toString)
                .orElse("data");
    }
}
