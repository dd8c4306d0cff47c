package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.classifiers.Classification;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.model.SupervisedTwin;
import io.github.gan4j.model.TrainedClassifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j classify}: a discriminator that tells classes apart, used and graded. */
@Command(
        name = "classify",
        description = "Tell the class of images by a run that learned from few labels, or grade it.",
        footer = {
            "",
            "Without images the run is graded on those its training never saw, beside the same network taught nothing but",
            "the same labelled ones. The result is kept in classify.json in the run folder.",
            "",
            "Examples",
            "  gan4j train mnist-semi-supervised --out runs/few",
            "  gan4j classify runs/few",
            "  gan4j classify runs/few scans/*.png"
        })
final class ClassifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder whose plan has supervision.")
    private Path run;

    @Parameters(index = "1..*", paramLabel = "IMAGE", arity = "0..*", description = "Pictures of any size.")
    private List<Path> images = List.of();

    @Option(
            names = "--against",
            paramLabel = "DATA",
            description = "Other labelled images to grade with than those of the run's own data that were held back.")
    private Optional<String> against = Optional.empty();

    @Option(
            names = "--baseline-steps",
            paramLabel = "N",
            description = "How long the network to compare with learns; 2000 when not given, 0 for no such network.")
    private int steps = 2000;

    @Option(
            names = "--out",
            paramLabel = "FILE.json",
            description = "Where the grade goes; classify.json in the run folder when not given.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (steps < 0 || steps > 1_000_000)
            throw new IllegalArgumentException("--baseline-steps must be within 0 and 1000000, got " + steps);
        Path target = Targets.named(out.orElse(run.resolve("classify.json")), ".json");
        Notices notices = new Notices(spec.commandLine().getErr());
        try (TrainedClassifier classifier = TrainedClassifier.open(run, notices)) {
            if (!images.isEmpty()) return tell(classifier, notices);
            grade(classifier, target, notices);
            return 0;
        }
    }

    /** A line an image; one that cannot be read is said, and the others are still told. */
    private int tell(TrainedClassifier classifier, Notices notices) {
        int failed = 0;
        for (Path image : images)
            try {
                float[] likely = classifier.probabilities(Fitted.values(ImageFile.read(image), classifier.shape()));
                int best = 0;
                for (int c = 1; c < likely.length; c++) if (likely[c] > likely[best]) best = c;
                out().println("%s: %s (%.1f %%)"
                        .formatted(image, classifier.labelNames().get(best), 100 * likely[best]));
            } catch (IOException unreadable) {
                notices.accept(Failures.line(unreadable));
                failed++;
            }
        return failed == 0 ? 0 : 1;
    }

    private void grade(TrainedClassifier classifier, Path target, Notices notices) throws IOException {
        ImageSet judges = judges(classifier, notices);
        Classification own = Classification.of(classifier, judges);
        int labelled =
                classifier.plan().discriminator().supervision().orElseThrow().labelled();
        ObjectNode json =
                Json.object().put("imagesSeen", classifier.imagesSeen()).put("labelled", labelled);
        json.set("semiSupervised", Json.tree(own));
        say("semi-supervised, %d labels and the rest of the images".formatted(labelled), own);
        if (steps > 0) {
            Patience patience = new Patience(notices);
            try (TrainedClassifier twin = SupervisedTwin.of(
                    classifier, steps, notices, share -> patience.done("taught", (long) (share * steps), steps))) {
                Classification plain = Classification.of(twin, judges);
                json.set("supervised", Json.tree(plain));
                say("supervised, the same network and %d labels alone".formatted(labelled), plain);
            }
        }
        AtomicFile.writeString(Targets.withFolder(target), json.toPrettyString() + System.lineSeparator());
        out().println("every class against every other: " + target);
    }

    private ImageSet judges(TrainedClassifier classifier, Notices notices) throws IOException {
        DataSource source = against.map(word -> DataSource.of(word)
                        .sized(classifier.shape().height(), classifier.shape().channels()))
                .orElseGet(classifier::source);
        return Split.of(source, 0, notices).test();
    }

    private void say(String who, Classification grade) {
        out().println("%-50s %d errors in %d images (%.2f %%)"
                .formatted(who, grade.errors(), grade.images(), 100.0 * grade.errors() / grade.images()));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
