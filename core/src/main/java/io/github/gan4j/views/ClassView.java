package io.github.gan4j.views;

import io.github.gan4j.data.Batch;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.train.Training;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Images of class-conditional generators: one class a row. Down a column all start from the same latent, so that a style
 * can be followed from class to class; the first columns are those of the first of several generators.
 */
record ClassView(Plan plan, SampleShape shape, Classes classes) implements View {
    private static final int MOST_ROWS = 100;
    /** How long samples of a rare class are looked for, in pictures of the whole. */
    private static final int PATIENCE = 20;

    /** What is missing stays black: few samples of a class may come soon. */
    @Override
    public Picture reals(Training training) {
        float[] all = new float[count() * shape.size()];
        Arrays.fill(all, -1);
        int[] found = new int[rows()];
        Samples data = training.data();
        int batch = count();
        for (int look = 0; look < PATIENCE && Arrays.stream(found).anyMatch(f -> f < columns()); look++)
            place(data.batch((long) look * batch, batch), found, all);
        return ImageView.grid(all, shape, columns());
    }

    private void place(Batch batch, int[] found, float[] all) {
        for (int i = 0; i < batch.count(); i++) {
            int row = batch.labels()[i];
            if (row >= rows() || found[row] == columns()) continue;
            int tile = row * columns() + found[row]++;
            System.arraycopy(batch.values(), i * shape.size(), all, tile * shape.size(), shape.size());
        }
    }

    @Override
    public Supplier<Picture> samples(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] latents = generators.latents().of(generators.seedsByGenerator(columns()));
        float[] all = new float[count() * shape.size()];
        for (int row = 0; row < rows(); row++) {
            int[] same = new int[columns()];
            Arrays.fill(same, row);
            float[] made = generators.samples(latents, same);
            System.arraycopy(made, 0, all, row * made.length, made.length);
        }
        return () -> ImageView.grid(all, shape, columns());
    }

    @Override
    public int count() {
        return rows() * columns();
    }

    private int rows() {
        return Math.min(classes.count(), MOST_ROWS);
    }

    private int columns() {
        return plan.record().columns();
    }
}
