package io.github.gan4j.model;

import io.github.gan4j.networks.Network;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.networks.Summary;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A file's function as a network that cannot learn. It borrows the file. */
final class FileNetwork extends Network {
    private final ProgramFile file;
    private final boolean conditional;

    /** @param conditional whether its second input is class numbers */
    FileNetwork(ProgramFile file, boolean conditional) {
        this.file = file;
        this.conditional = conditional;
    }

    @Override
    public Tensor apply(Tensor input, Pass pass) {
        List<Tensor> inputs = new ArrayList<>(List.of(input));
        if (conditional) inputs.add(classes(pass.labels().orElseThrow()));
        try {
            return file.apply(inputs);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /**
     * The classes of rows with a single one.
     *
     * @throws IllegalArgumentException when a row is a mixture of classes, which a file does not take
     */
    private static Tensor classes(Tensor rows) {
        float[] shares = rows.toFloats();
        int count = Math.toIntExact(rows.size(0)), classes = shares.length / count;
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            while (found[i] < classes - 1 && shares[i * classes + found[i]] != 1) found[i]++;
            if (shares[i * classes + found[i]] != 1)
                throw new IllegalArgumentException("a generator in a file makes one class at a time, not mixtures");
        }
        return Tensor.ofClasses(found);
    }

    @Override
    public void describe(Summary summary) {
        throw new UnsupportedOperationException("a file does not tell its layers");
    }
}
