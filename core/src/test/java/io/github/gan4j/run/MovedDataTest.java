package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Ending;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedDataTest {
    @TempDir
    Path folder;

    private Path photos;

    @BeforeEach
    void train() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        for (int i : IntStream.range(0, 8).toArray()) {
            byte[] pixels = new byte[16 * 16];
            Arrays.fill(pixels, (byte) (i * 30));
            ImageFile.writePng(photos.resolve(i + ".png"), new Picture(16, 16, 1, pixels));
        }
        Plan plan = Plans.images().withData(DataSource.at(photos));
        Runs.trainUntil(3, plan, folder.resolve("run"));
    }

    private Ending resume(String data) throws IOException {
        try (Run run = Run.resume(
                folder.resolve("run"), plan -> plan.withData(plan.data().movedTo(data)), line -> {})) {
            return run.train(new Listener() {});
        }
    }

    @Test
    void a_run_goes_on_where_its_data_are_now_and_says_how() throws IOException {
        Path there = Files.move(photos, folder.resolve("elsewhere"));
        assertThatIOException()
                .isThrownBy(() -> Runs.resume(folder.resolve("run")))
                .withMessage(photos + ": no such file or folder; if the data are elsewhere now: gan4j resume "
                        + folder.resolve("run") + " --data PATH");
        assertThat(resume(there.toString())).isEqualTo(Ending.IMAGES);
        assertThat(folder.resolve("run/plan.yaml")).content().contains("path: " + there);
        assertThat(Runs.resume(folder.resolve("run"))).isEmpty();
    }

    @Test
    void a_folder_with_a_similar_name_is_a_question_of_its_own() throws IOException {
        Files.move(photos, photos.resolveSibling(photos.getFileName() + "2"));
        assertThatIOException()
                .isThrownBy(() -> Runs.resume(folder.resolve("run")))
                .withMessageContaining(photos + ": no such file or folder; did you mean '" + photos.getFileName()
                        + "2'? If the data are elsewhere now: gan4j resume ");
    }

    @Test
    void other_data_are_refused() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(photos.resolve("0.png"), other.resolve("0.png"));
        Files.copy(photos.resolve("1.png"), other.resolve("1.png"));
        assertThat(DataSource.at(other).images(Part.TRAIN, line -> {}).size()).isEqualTo(2);
        assertThatIOException()
                .isThrownBy(() -> resume(other.toString()))
                .withMessageStartingWith(folder.resolve("run") + ": the data is not what it was");
        assertThat(folder.resolve("run/plan.yaml")).content().contains("path: " + photos);
    }

    @Test
    void a_run_that_reads_no_files_cannot_have_moved_data() throws IOException {
        Runs.trainUntil(2, Plans.line(), folder.resolve("line"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Run.resume(
                        folder.resolve("line"),
                        plan -> plan.withData(plan.data().movedTo(photos.toString())),
                        line -> {}))
                .withMessage("--data: this run reads no data from files");
    }
}
