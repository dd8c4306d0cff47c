package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.classifiers.Classification;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.SlowNotice;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.ImageNames;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.model.SupervisedTwin;
import io.github.gan4j.model.TrainedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j classify}: a discriminator that has become a classifier, used and graded. */
@Command(
        name = "classify",
        description = "Classify images with a semi-supervised run, or score it.",
        footer = {
            "",
            "The plan of the run must have discriminator.supervision. Without images, the run is scored on the test part of",
            "its data and compared with the same network trained on the labelled images alone. The result is written to classify.json",
            "in the run folder.",
            "",
            "Examples",
            "  gan4j train mnist-semi-supervised --out runs/few",
            "  gan4j classify runs/few",
            "  gan4j classify runs/few scans"
        })
final class ClassifyCommand extends Verb {
    @Mixin
    private RunChoice run;

    @Parameters(
            index = "1..*",
            paramLabel = "IMAGE",
            arity = "0..*",
            description = "Image files or folders of images, of any size.")
    private List<Path> images = List.of();

    @Option(
            names = "--against",
            paramLabel = "DATA",
            description = "Labelled images to score on (default: the test part of the run's data).")
    private Optional<String> against = Optional.empty();

    @Within(least = 0, most = 1_000_000)
    @Option(
            names = "--baseline-steps",
            paramLabel = "N",
            description = "Training steps of the baseline network, 0 for none (default: ${DEFAULT-VALUE}).")
    private int steps = 2000;

    @Mixin
    private OutputFile out = new OutputFile();

    @Mixin
    private JsonOption json;

    private record Guess(String image, String label, double probability) {}

    private record Grades(
            long imagesSeen, int labelled, Classification semiSupervised, Optional<Classification> supervised) {}

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        if (!images.isEmpty())
            requireUntyped(
                    "is for scoring, which takes no images; --json prints the classes of images",
                    "--against",
                    "--baseline-steps",
                    "--out",
                    "--overwrite");
        Path target = out.in(run, ".json");
        try (TrainedClassifier classifier = TrainedClassifier.open(run.path(), screen::notice)) {
            if (!images.isEmpty()) return classify(classifier, machine);
            grade(classifier, target);
            if (machine) screen.json(Json.read(target, ObjectNode.class));
            return 0;
        }
    }

    /** A line per image; an unreadable one gives a notice, and the others are still classified. */
    private int classify(TrainedClassifier classifier, boolean machine) throws IOException {
        int failed = 0;
        List<Guess> guesses = new ArrayList<>();
        for (Path image : ImageNames.files(images))
            try {
                float[] likely = classifier.probabilities(
                        Fitted.values(ImageFile.read(image, screen::notice), classifier.shape()));
                int best = 0;
                for (int c = 1; c < likely.length; c++) if (likely[c] > likely[best]) best = c;
                String label = classifier.labelNames().get(best);
                screen.say("%s: %s (%.1f %%)", image, label, 100 * likely[best]);
                guesses.add(new Guess(image.toString(), label, likely[best]));
            } catch (IOException unreadable) {
                screen.notice(Failures.line(unreadable));
                failed++;
            }
        if (machine) screen.json(classifier.provenance().onto(Map.of("images", guesses)));
        return failed == 0 ? 0 : 1;
    }

    private void grade(TrainedClassifier classifier, Path target) throws IOException {
        ImageSet heldOut = heldOut(classifier);
        int labelled =
                classifier.plan().discriminator().supervision().orElseThrow().labelled();
        Classification own = Classification.of(classifier, heldOut);
        say("semi-supervised, %d labels and the rest of the images".formatted(labelled), own);
        Optional<Classification> baseline = steps > 0 ? Optional.of(baseline(classifier, heldOut)) : Optional.empty();
        baseline.ifPresent(found -> {
            say("supervised, the same network and %d labels alone".formatted(labelled), found);
            if (isWorse(own, found)) screen.say(worse(classifier));
        });
        Grades grades = new Grades(classifier.imagesSeen(), labelled, own, baseline);
        classifier
                .provenance()
                .withChecksum(Provenance.DATA, heldOut.checksum())
                .write(ResultFiles.withFolder(target), grades);
        screen.say("confusion matrices: " + target);
    }

    /** By more than two standard deviations of the difference. */
    private static boolean isWorse(Classification own, Classification baseline) {
        return own.errors() - baseline.errors() > 2 * Math.sqrt(own.errors() + baseline.errors());
    }

    private static String worse(TrainedClassifier classifier) {
        long planned = classifier.plan().stop().images(), seen = classifier.imagesSeen();
        return "the unlabelled images do not help yet: the run is still worse than its labels alone"
                + (planned > seen ? ", after %d %% of its planned images".formatted(100 * seen / planned) : "");
    }

    private Classification baseline(TrainedClassifier classifier, ImageSet heldOut) throws IOException {
        SlowNotice slow = screen.slow();
        try (TrainedClassifier twin = SupervisedTwin.of(
                classifier, steps, screen::notice, share -> slow.done("trained on", (long) (share * steps), steps))) {
            return Classification.of(twin, heldOut);
        }
    }

    /** Of people's own images all count; where the run has learned from what is scored, that is said. */
    private ImageSet heldOut(TrainedClassifier classifier) throws IOException {
        DataSource source = against.map(word -> DataSource.of(word)
                        .sized(classifier.shape().height(), classifier.shape().channels()))
                .orElseGet(classifier::source);
        Split split = Split.of(source, 0, screen::notice);
        if (split.independent()) return split.test();
        if (against.isPresent()) return split.all();
        screen.notice(run.path() + ": " + Split.SEEN_IN_TRAINING + "; name new ones with --against");
        return split.test();
    }

    private void say(String who, Classification grade) {
        screen.say(
                "%-50s %d of %d images misclassified (%.2f %%)",
                who, grade.errors(), grade.images(), 100 * grade.errorShare());
    }
}
