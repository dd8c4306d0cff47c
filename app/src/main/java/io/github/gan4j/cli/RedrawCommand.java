package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Split;
import io.github.gan4j.explore.RedrawFigure;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.RedrawGrade;
import io.github.gan4j.model.TrainedRedrawer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j redraw}: images drawn anew as ones of other classes. */
@Command(
        name = "redraw",
        description = "Draw images anew as ones of other classes, or say how well a run does that.",
        footer = {
            "",
            "Images are cropped to the square in their middle and resized to what the run knows. The picture has a row for",
            "each: the image and what is drawn of it. Without images the run is graded on those that were held back: does a",
            "classifier see the class asked for, and are slant and thickness kept?",
            "",
            "Examples",
            "  gan4j train strokes-redraw --out runs/pens",
            "  gan4j redraw runs/pens digit.png",
            "  gan4j redraw runs/pens scans/*.png --label 3,8 --out drawn.png",
            "  gan4j redraw runs/pens"
        })
final class RedrawCommand implements Callable<Integer> {
    private static final int MOST_IMAGES = 1000;

    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder whose plan has an encoder.")
    private Path run;

    @Parameters(index = "1..*", paramLabel = "IMAGE", arity = "0..*", description = "Pictures of any size.")
    private List<Path> images = List.of();

    @Option(
            names = "--label",
            paramLabel = "LIST",
            description = "The classes to draw: names or numbers, as in 3 or 0-9, or all (when not given).")
    private String label = "all";

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Images to grade with, where none are named; 500 when not given.")
    private int count = 500;

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "LIST",
            description = "Of what shall be kept; slant,thickness.")
    private List<String> measures = List.of("slant", "thickness");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The picture (redraw.png in the run folder when not given), or the grade (redraw.json).")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > 100_000)
            throw new IllegalArgumentException("--count must be within 1 and 100000, got " + count);
        if (images.size() > MOST_IMAGES)
            throw new IllegalArgumentException(
                    "at most " + MOST_IMAGES + " images fit one picture, got " + images.size());
        String ending = images.isEmpty() ? ".json" : ".png";
        Path target = Targets.named(out.orElse(run.resolve("redraw" + ending)), ending);
        Notices notices = new Notices(spec.commandLine().getErr());
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, notices)) {
            List<Integer> labels = ClassNumbers.of("--label", label, redrawer.labelNames());
            if (!images.isEmpty()) return draw(redrawer, labels, target, notices);
            grade(redrawer, target, notices);
            return 0;
        }
    }

    /** One image that cannot be read is said, and the others are still drawn. */
    private int draw(TrainedRedrawer redrawer, List<Integer> labels, Path target, Notices notices) throws IOException {
        List<float[]> read = new ArrayList<>();
        for (Path image : images)
            try {
                read.add(Fitted.values(ImageFile.read(image), redrawer.shape()));
            } catch (IOException unreadable) {
                notices.accept(Failures.line(unreadable));
            }
        if (read.isEmpty()) return 1;
        int size = redrawer.shape().size();
        float[] all = new float[read.size() * size];
        for (int i = 0; i < read.size(); i++) System.arraycopy(read.get(i), 0, all, i * size, size);
        ImageFile.writePng(Targets.withFolder(target), RedrawFigure.of(redrawer, all, labels));
        out().println("%d image%s drawn as %s: %s"
                .formatted(
                        read.size(),
                        read.size() == 1 ? "" : "s",
                        String.join(
                                ", ",
                                labels.stream().map(redrawer.labelNames()::get).toList()),
                        target));
        return read.size() == images.size() ? 0 : 1;
    }

    private void grade(TrainedRedrawer redrawer, Path target, Notices notices) throws IOException {
        DataSource source = redrawer.source();
        Split split = Split.of(source, redrawer.plan().seed(), notices);
        CacheFolder cache = CacheFolder.of(source.files());
        Patience patience = new Patience(notices);
        ImageSet originals = split.test().part(0, Math.min(count, split.test().size()));
        try (Extractor classifier = Extractors.named(
                "classifier", split, cache, notices, share -> patience.done("learned", (long) (share * 100), 100))) {
            RedrawGrade grade =
                    RedrawGrade.of(redrawer.labelNames(), redrawer::redrawn, originals, classifier, measures);
            ObjectNode json = ((ObjectNode) Json.tree(grade)).put("imagesSeen", redrawer.imagesSeen());
            AtomicFile.writeString(Targets.withFolder(target), json.toPrettyString() + System.lineSeparator());
            out().println("%d images drawn as every class; a classifier sees the class asked for in %.2f %%"
                    .formatted(grade.images(), 100 * grade.accuracy()));
            grade.kept().forEach((measure, kept) -> out().println(
                            "correlation of %s before and after, within classes: %.3f".formatted(measure, kept)));
            out().println("as JSON: " + target);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
