package io.github.gan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioCommandTest {
    @TempDir
    Path folder;

    /** A verb that serves until its thread is interrupted. */
    private static Shell served(List<String> arguments, Condition until) throws Exception {
        CompletableFuture<Shell> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(Shell.run(arguments.toArray(String[]::new)));
            } catch (RuntimeException | Error failure) {
                answer.completeExceptionally(failure);
            }
        });
        thread.start();
        for (int i = 0; i < 1000 && !until.met() && !answer.isDone(); i++) Thread.sleep(20);
        thread.interrupt();
        return answer.get();
    }

    private interface Condition {
        boolean met() throws IOException;
    }

    @Test
    void train_with_a_studio_says_where_to_watch_and_stays_when_training_is_over() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("watched"));
        List<String> arguments = new ArrayList<>(Tiny.arguments("strokes", run.path()));
        arguments.add("--studio");
        Shell shell = served(arguments, () -> {
            boolean over =
                    Files.exists(run.events()) && Files.readString(run.events()).contains("ending");
            return over && Files.exists(run.progressGif());
        });
        assertThat(shell.err()).isEmpty();
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("watch and steer watched: http://127.0.0.1:", "/#/run/watched");
        assertThat(run.checkpoints().list()).startsWith(32L);
    }

    @Test
    void a_mistake_in_the_plan_is_one_line_with_a_studio_too() {
        List<String> arguments = new ArrayList<>(Tiny.arguments("strokes", folder.resolve("wrong")));
        arguments.addAll(List.of("--studio", "--set", "data.size=17"));
        Shell shell = Shell.run(arguments.toArray(String[]::new));
        assertThat(shell.code()).isEqualTo(2);
        assertThat(shell.err().lines()).hasSize(1);
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    @Test
    void a_studio_makes_its_folder_and_says_its_address() throws Exception {
        Path runs = folder.resolve("new/runs");
        Shell shell =
                served(List.of("studio", runs.toString(), "--port", "0"), () -> Files.isDirectory(runs) && pause());
        assertThat(shell.code()).isZero();
        assertThat(shell.out()).contains("studio of " + runs + ": http://127.0.0.1:", "Ctrl-C ends it");
    }

    private static boolean pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void wrong_ports_and_folders_are_one_line() throws IOException, ExecutionException {
        Shell port = Shell.run("studio", folder.toString(), "--port", "70000");
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err()).startsWith("gan4j: --port must be between 0 and 65535, got 70000");
        Path file = Files.writeString(folder.resolve("file"), "");
        Shell notAFolder = Shell.run("studio", file.toString(), "--port", "0");
        assertThat(notAFolder.code()).isEqualTo(1);
        assertThat(notAFolder.err().lines()).hasSize(1);
    }

    @Test
    void a_report_is_written_for_a_run_and_refused_for_anything_else() throws IOException {
        Path run = folder.resolve("run");
        assertThat(Tiny.train("strokes", run).code()).isZero();
        Shell report = Shell.run("report", run.toString());
        assertThat(report.out()).isEqualTo("report: " + run.resolve("report.html") + System.lineSeparator());
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("<svg", "data:image/png;base64,", "images seen", "batchSize: 8")
                .doesNotContain("http://", "https://", "<script");
        Shell nothing = Shell.run("report", folder.resolve("none").toString());
        assertThat(nothing.err())
                .isEqualTo("gan4j: " + folder.resolve("none") + ": no such folder" + System.lineSeparator());
        assertThat(nothing.code()).isEqualTo(1);
        Shell other = Shell.run("report", run.toString(), "--out", "page.txt");
        assertThat(other.err()).startsWith("gan4j: --out must end in .html");
    }
}
