package io.github.gan4j.recording;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import io.github.gan4j.views.ImageView;
import io.github.gan4j.views.View;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures that the first tutorials save: 4x4 samples at regular numbers of steps, {@code out/000.png} before the first
 * step, then {@code 001.png} and so on. Each has latents of its own, those of the seeds 16n to 16n + 15.
 */
final class NumberedGrids {
    /** Samples of a picture. */
    static final int COUNT = 16;

    private static final int SIDE = 4;
    private static final Pattern NAME = Pattern.compile("([0-9]{3,18})\\.png");

    private final Path out;
    private final Plan plan;
    private final View view;

    NumberedGrids(RunFolder folder, Plan plan, View view) {
        this.out = folder.path().resolve("out");
        this.plan = plan;
        this.view = view;
    }

    /** Whether it is time for a picture, which is decided by the steps alone. */
    boolean due(Training training) {
        int every = plan.record().tutorial();
        return every > 0 && training.step() % every == 0;
    }

    /** Takes what the next picture shows; it is drawn and saved later. */
    RecordingThread.Job picture(Training training) {
        long number = training.step() / plan.record().tutorial();
        Supplier<Picture> picture = picture(training, number);
        return () -> {
            if (!Files.isDirectory(out)) Files.createDirectory(out); // never where the run folder is gone
            ImageFile.writePng(out.resolve("%03d.png".formatted(number)), picture.get());
        };
    }

    /** Removes the pictures of steps that will be played again. */
    void dropAfter(Training training) throws IOException {
        if (!Files.isDirectory(out)) return;
        AtomicFile.removeLeftovers(out);
        long last = training.step() / Math.max(1, plan.record().tutorial());
        try (DirectoryStream<Path> pictures = Files.newDirectoryStream(out, "*.png")) {
            for (Path picture : pictures) if (number(picture) > last) Files.delete(picture);
        }
    }

    private static long number(Path picture) {
        Matcher name = NAME.matcher(picture.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private Supplier<Picture> picture(Training training, long number) {
        SampleShape shape = plan.shape();
        if (!shape.isImage() || plan.restoring()) return view.samples(training);
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] made = generators.samples(generators.latents().of(number * COUNT, COUNT));
        return () -> ImageView.grid(made, shape, SIDE);
    }
}
