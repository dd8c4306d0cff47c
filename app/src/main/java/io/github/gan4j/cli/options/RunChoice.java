package io.github.gan4j.cli.options;

import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Parameters;

/** The run that a verb works on. */
public final class RunChoice {
    @Parameters(
            index = "0",
            paramLabel = "RUN",
            descriptionKey = "run",
            description = "A run folder that gan4j train has written.")
    private Path path;

    public Path path() {
        return path;
    }

    /** A file in the run folder, or beside what is a file itself. */
    public Path file(String name) {
        return Files.isRegularFile(path) ? path.resolveSibling(name) : path.resolve(name);
    }

    /**
     * The run's generator, as of its newest intact checkpoint, or that of an ONNX or TorchScript file.
     *
     * @throws IllegalArgumentException when it makes points
     */
    public Synthesizer imageGenerator(Consumer<String> notice) throws IOException {
        Synthesizer generator = Synthesizer.open(path, notice);
        if (generator.shape().isImage()) return generator;
        generator.close();
        throw new IllegalArgumentException(
                path + ": its generator makes points, not images; gan4j sample writes them as a table");
    }
}
