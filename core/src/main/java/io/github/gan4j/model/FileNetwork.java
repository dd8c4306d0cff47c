package io.github.gan4j.model;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A file's function as a network that cannot learn. It borrows the file. */
final class FileNetwork extends Network {
    private final ProgramFile file;
    private final Optional<FileConvention> convention;
    private final boolean conditional;

    /**
     * @param convention of a file that gan4j has not written
     * @param conditional whether the second input of one that gan4j has written is class numbers
     */
    FileNetwork(ProgramFile file, Optional<FileConvention> convention, boolean conditional) {
        this.file = file;
        this.convention = convention;
        this.conditional = conditional;
    }

    /** Whether its samples can be differentiated by their latents. */
    boolean differentiable() {
        return file instanceof TorchScript;
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        try {
            return computed(input, pass.labels());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** @throws IOException in one line, when the file cannot compute with such latents */
    Tensor computed(Tensor latents, Optional<Tensor> labels) throws IOException {
        if (convention.isPresent()) return convention.get().samples(file, latents, labels);
        return file.apply(
                conditional
                        ? List.of(latents, Tensor.ofClasses(FileLabels.numbers(labels.orElseThrow())))
                        : List.of(latents));
    }

    @Override
    public void describe(Summary summary) {
        throw new UnsupportedOperationException("a file does not tell its layers");
    }
}
