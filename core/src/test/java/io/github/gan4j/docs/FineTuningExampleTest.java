package io.github.gan4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.PlanChange;
import io.github.gan4j.run.Run;
import io.github.gan4j.run.Runs;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/fine-tuning.md, run. */
class FineTuningExampleTest {
    @TempDir
    private Path folder;

    @Test
    void the_program_in_the_document_is_this_one() throws IOException {
        String here = Files.readString(Path.of("src/test/java/io/github/gan4j/docs/FineTuningExampleTest.java"));
        Matcher program = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/fine-tuning.md")));
        assertThat(program.find()).isTrue();
        assertThat(here.replaceAll("\\s", "")).contains(program.group(1).replaceAll("\\s", ""));
    }

    @Test
    void a_program_starts_from_weights_branches_and_resumes() throws IOException {
        Path runs = folder;
        Runs.train(Presets.read("gaussian-1d").with("stop.images", "2560"), runs.resolve("numbers"));

        Plan plan = Presets.draft("gaussian-1d")
                .set("stop.images=2560")
                .set("start.from=[" + runs.resolve("numbers") + "]") // or a .safetensors or .pth file
                .plan();
        try (Run run = Run.start(plan, runs.resolve("tuned"), System.err::println)) {
            run.train(new Listener() {});
        }
        RunMoment moment = RunMoment.named(runs.resolve("tuned") + "@2560", System.err::println);
        Plan changed = moment.plan().with("objective", "hinge").with("stop.images", "5120");
        try (Run run = Run.branch(moment, changed, runs.resolve("branch"), System.err::println)) {
            run.train(new Listener() {});
        }
        PlanChange longer = before -> before.with("stop.images", "7680").with("record.keep", "9");
        try (Run run = Run.resume(runs.resolve("branch"), longer, System.err::println)) {
            run.train(new Listener() {});
        }

        assertThat(RunFolder.open(runs.resolve("branch")).checkpoints().list().get(0))
                .isEqualTo(7680);
    }
}
