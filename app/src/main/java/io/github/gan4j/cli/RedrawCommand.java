package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.options.OutputFile;
import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.SlowNotice;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.ImageNames;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.RandomPart;
import io.github.gan4j.data.Split;
import io.github.gan4j.explore.RedrawFigure;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.metrics.RedrawGrade;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gan4j redraw}: images translated to other classes. */
@Command(
        name = "redraw",
        description = "Translate images into other classes, or score how well a run does.",
        footer = {
            "",
            "The generator of the run must have an encoder. Images are cropped to their central square and resized.",
            "The picture has one row per image: the image and its redrawn versions. Without images, the run is scored on",
            "held-out ones: whether a classifier predicts the requested class, and whether slant and thickness are preserved.",
            "",
            "Examples",
            "  gan4j train strokes-redraw --out runs/pens",
            "  gan4j redraw runs/pens digit.png",
            "  gan4j redraw runs/pens scans/*.png --label 3,8 --out drawn.png",
            "  gan4j redraw runs/pens"
        })
final class RedrawCommand extends Verb {
    private static final int MOST_IMAGES = 1000;

    @Mixin
    private RunChoice run;

    @Parameters(
            index = "1..*",
            paramLabel = "IMAGE",
            arity = "0..*",
            description = "Image files or folders of images, of any size.")
    private List<Path> images = List.of();

    @Option(
            names = "--label",
            paramLabel = "LIST",
            description = "Target classes: names or numbers, as in 3 or 0-9, or all (default: ${DEFAULT-VALUE}).")
    private String label = "all";

    @Within(least = 1, most = 100_000)
    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Held-out images to score on (default: ${DEFAULT-VALUE}).")
    private int count = 500;

    @Option(
            names = "--measures",
            split = ",",
            paramLabel = "LIST",
            description = "Measures that should be preserved (default: slant,thickness).")
    private List<String> measures = List.of("slant", "thickness");

    @Mixin
    private OutputFile out = new OutputFile();

    @Option(
            names = "--each",
            paramLabel = "DIR",
            description = "Also write each redrawn image as a file IMAGE-CLASS.png in this folder.")
    private Optional<Path> each = Optional.empty();

    @Override
    public Integer call() throws IOException {
        // before a classifier is trained to score with
        measures.forEach(ImageMeasures::named);
        images = ImageNames.files(images);
        if (images.size() > MOST_IMAGES)
            throw new IllegalArgumentException(
                    "at most " + MOST_IMAGES + " images fit into one picture, got " + images.size());
        if (!images.isEmpty()) requireUntyped("is for scoring, which takes no images", "--count", "--measures");
        if (images.isEmpty() && each.isPresent())
            throw new IllegalArgumentException("--each writes redrawn images; give the images to redraw");
        if (images.isEmpty())
            requireUntyped("is for images to redraw; without images every class is scored", "--label");
        each.ifPresent(folder -> OutputFile.folder("--each", folder));
        String ending = images.isEmpty() ? ".json" : ".png";
        Path target = out.in(run, ending);
        try (TrainedRedrawer redrawer = TrainedRedrawer.open(run.path(), screen::notice)) {
            List<Integer> labels = ClassList.of("--label", label, redrawer.labelNames());
            if (!images.isEmpty()) return draw(redrawer, labels, target);
            grade(redrawer, target);
            return 0;
        }
    }

    /** An unreadable image gives a notice, and the others are still drawn. */
    private int draw(TrainedRedrawer redrawer, List<Integer> labels, Path target) throws IOException {
        List<float[]> read = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Path image : images)
            try {
                read.add(Fitted.values(ImageFile.read(image, screen::notice), redrawer.shape()));
                names.add(OutputFile.beside(image, "").getFileName().toString());
            } catch (IOException unreadable) {
                screen.notice(Failures.line(unreadable));
            }
        if (read.isEmpty()) return 1;
        int size = redrawer.shape().size();
        float[] all = new float[read.size() * size];
        for (int i = 0; i < read.size(); i++) System.arraycopy(read.get(i), 0, all, i * size, size);
        List<Path> files = each.isPresent() ? files(names, labels, redrawer.labelNames(), each.get()) : List.of();
        out.results().asked(files);
        RedrawFigure figure = RedrawFigure.of(redrawer, all, labels);
        for (int i = 0; i < files.size(); i++)
            ImageFile.writePng(
                    ResultFiles.withFolder(files.get(i)), figure.redrawn().get(i));
        ImageFile.writePng(ResultFiles.withFolder(target), figure.picture());
        screen.say(
                "%s redrawn as %s: %s",
                Numbers.of(read.size(), "image"),
                labels.stream().map(redrawer.labelNames()::get).collect(Collectors.joining(", ")),
                target);
        return read.size() == images.size() ? 0 : 1;
    }

    /** A file for every image and class, in the order of the figure. */
    private static List<Path> files(List<String> names, List<Integer> labels, List<String> classes, Path folder) {
        List<Path> files = names.stream()
                .flatMap(name -> labels.stream()
                        .map(label -> folder.resolve(name + "-" + ClassList.fileName(label, classes) + ".png")))
                .toList();
        if (new HashSet<>(files).size() < files.size())
            throw new IllegalArgumentException(
                    "--each names files after images, and two of them have the same name: " + String.join(", ", names));
        return files;
    }

    private void grade(TrainedRedrawer redrawer, Path target) throws IOException {
        DataSource source = redrawer.source();
        Split split = Split.of(source, redrawer.plan().seed(), screen::notice);
        if (!split.independent()) screen.notice(run.path() + ": " + Split.SEEN_IN_TRAINING);
        CacheFolder cache = CacheFolder.usual();
        SlowNotice slow = screen.slow();
        ImageSet originals = RandomPart.of(split.test(), count, 0).images();
        try (Extractor classifier =
                Extractors.named("classifier", split, cache, screen::notice, slow.share("training the classifier"))) {
            RedrawGrade grade =
                    RedrawGrade.of(redrawer.labelNames(), redrawer::redrawn, originals, classifier, measures);
            redrawer.provenance()
                    .withSeed("draw", 0)
                    .withChecksum(Provenance.DATA, split.all().checksum())
                    .write(
                            ResultFiles.withFolder(target),
                            ((ObjectNode) Json.tree(grade)).put("imagesSeen", redrawer.imagesSeen()));
            screen.say(
                    "%d images redrawn as every class; a classifier predicts the requested class for %.2f %%",
                    grade.images(), 100 * grade.accuracy());
            grade.kept()
                    .forEach((measure, kept) ->
                            screen.say("correlation of %s before and after, within classes: %.3f", measure, kept));
            screen.say("as JSON: " + target);
        }
    }
}
