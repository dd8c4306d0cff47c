package io.github.gan4j.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A folder of runs as it is after a year: {@value #SMALL} small ones, and {@link #LONG} with {@value #EVENTS} events and
 * {@value #CHECKPOINTS} checkpoints. All are copies of one short training.
 */
record ManyRuns(Path folder) {
    static final String LONG = "long";
    static final int SMALL = 1_000, EVENTS = 200_000, CHECKPOINTS = 300;
    private static final int SMALL_EVENTS = 200, STEP = 128;

    /** Made in a folder that is not there yet; one that is there is taken as it is. */
    static ManyRuns in(Path folder) throws IOException, InterruptedException {
        ManyRuns runs = new ManyRuns(folder);
        if (!Files.exists(folder)) runs.make();
        return runs;
    }

    private void make() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("gan4j-template");
        RunFolder template = new RunFolder(place.resolve("run"));
        new ChildProcess("train", "train ring --images 20000 --seed 1 --threads 1 --out OUT")
                .finish(template.path(), false);
        Files.createDirectories(folder);
        for (int i = 0; i < SMALL; i++)
            copy(template, String.format(Locale.ROOT, "2026-01-01-%04d-ring", i), SMALL_EVENTS, 1);
        copy(template, LONG, EVENTS, CHECKPOINTS);
        FileTree.remove(place);
    }

    private void copy(RunFolder template, String name, int events, int checkpoints) throws IOException {
        RunFolder run = RunFolder.create(folder.resolve(name));
        Files.copy(template.plan(), run.plan());
        Files.copy(template.reals(), run.reals());
        List<Long> pictures = template.pictures();
        for (int i = 0; i < checkpoints; i++)
            Files.copy(
                    template.samplePicture(pictures.get(i % pictures.size())),
                    run.samplePicture((long) (i + 1) * events / checkpoints * STEP));
        repeat(template, run, events);
        Checkpoint last = template.checkpoints().newestIntact(line -> {});
        for (long i = 1; i <= checkpoints; i++) {
            long steps = i * events / checkpoints;
            run.checkpoints().save(steps * STEP, steps, last.read().tensors(), last.metadata());
        }
    }

    /** The events of the training, again and again, at moments that go on. */
    private static void repeat(RunFolder template, RunFolder run, int count) throws IOException {
        List<ObjectNode> events = JsonLines.read(template.events());
        ObjectNode end = events.remove(events.size() - 1);
        try (JsonLines lines = JsonLines.append(run.events())) {
            for (int i = 1; i < count; i++) lines.write(at(events.get(i % events.size()), i));
            lines.write(at(end, count));
        }
    }

    private static ObjectNode at(ObjectNode event, long step) {
        return event.put("step", step).put("imagesSeen", step * STEP).put("seconds", step / 8.0);
    }
}
