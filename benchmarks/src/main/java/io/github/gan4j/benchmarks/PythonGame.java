package io.github.gan4j.benchmarks;

import io.github.gan4j.files.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The game in PyTorch, in a process of Python that waits between slices; {@code games.py}. */
final class PythonGame implements Rival {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;
    private final String name;

    private PythonGame(Process process, String told) throws IOException {
        this.process = process;
        answers = process.inputReader();
        orders = process.outputWriter();
        orders.write(told + "\n");
        orders.flush();
        name = answers.readLine();
    }

    /** The first {@code python3} that knows PyTorch: GAN4J_PYTHON, that of the PATH, or the system's. */
    static Optional<String> python() throws IOException {
        String named = System.getenv().getOrDefault("GAN4J_PYTHON", "python3");
        for (String candidate : List.of(named, "/usr/bin/python3")) {
            try {
                Process asked = new ProcessBuilder(candidate, "-c", "import torch")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (asked.waitFor() == 0) return Optional.of(candidate);
            } catch (IOException noSuchProgram) {
                // the next one
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return Optional.empty();
    }

    /** Starts one; empty where this PyTorch cannot play the game. */
    static Optional<Rival> of(String python, Blueprint game, String precision) throws IOException {
        String script = Path.of(System.getProperty("gan4j.checkout"), "benchmarks", "games.py")
                .toString();
        ProcessBuilder builder = new ProcessBuilder(python, script).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        PythonGame started =
                new PythonGame(builder.start(), Json.text(game.told(precision)).replaceAll("\\s*\\n\\s*", ""));
        try {
            started.play(1);
            return Optional.of(started);
        } catch (IOException unable) {
            started.close();
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Slice play(int steps) throws IOException {
        orders.write(steps + "\n");
        orders.flush();
        String answer = answers.readLine();
        if (answer == null) throw new IOException(name + " ended");
        String[] numbers = answer.split(" ");
        return new Slice(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    @Override
    public void close() {
        try {
            orders.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
