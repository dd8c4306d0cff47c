package io.github.gan4j.experiment;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.run.Run;
import io.github.gan4j.train.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One seed of one recipe: a run folder, and beside it what the judge said. What is there already is not done again; a
 * run that was cut short goes on from its last checkpoint.
 *
 * @param folder of all trials of the recipe
 * @param plan with the seed
 */
record Trial(Path folder, Plan plan) {
    private String name() {
        return String.format(Locale.ROOT, "seed-%02d", plan.seed());
    }

    private Path run() {
        return folder.resolve(name());
    }

    private Path file() {
        return folder.resolve(name() + ".json");
    }

    private Path pictureFile() {
        return folder.resolve(name() + ".png");
    }

    /** What was found before. */
    Optional<Result> kept(int measures) throws IOException {
        return Files.isRegularFile(file()) ? Optional.of(Result.read(file(), measures)) : Optional.empty();
    }

    /** The samples that were judged. */
    Picture picture() throws IOException {
        return ImageFile.read(pictureFile());
    }

    /** Trains to the end and judges; nothing when the watch asked for the end before. */
    Optional<Result> play(Judge judge, Watch watch, Consumer<String> notice) throws IOException {
        Consumer<String> told = line -> notice.accept(folder.getFileName() + "/" + name() + ": " + line);
        double seconds;
        try (Run run = Run.startOrResume(plan, run(), Optional.empty(), told)) {
            if (watch.train(run) == Ending.ASKED) return Optional.empty();
            seconds = run.training().seconds();
        }
        try (TrainedGenerator generator = TrainedGenerator.open(run(), told)) {
            Verdict verdict = judge.of(generator, plan.seed());
            ImageFile.writePng(pictureFile(), verdict.picture());
            Result result = new Result(plan.seed(), generator.imagesSeen(), seconds, verdict.scores());
            result.write(file());
            return Optional.of(result);
        }
    }
}
