package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LatentOptions.NamedLatent;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Table;
import io.github.gan4j.model.Synthesizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The samples that {@code gan4j sample} makes: every latent, of every class asked for.
 *
 * @param names of the latents: seeds, or indices in a file
 * @param numbers the seeds or indices themselves
 * @param latents concatenated
 * @param labels a class for each latent; empty where none is asked for
 * @param columns of a picture with a class in each row; 0 without classes
 */
record RequestedSamples(List<String> names, long[] numbers, float[] latents, int[] labels, int columns) {
    static RequestedSamples of(List<NamedLatent> chosen, List<Integer> classes, Truncation truncation) {
        int each = chosen.size(), size = chosen.get(0).latent().length, rows = Math.max(1, classes.size());
        List<String> names = new ArrayList<>();
        long[] numbers = new long[rows * each];
        float[] latents = new float[rows * each * size];
        int[] labels = new int[classes.size() * each];
        for (int i = 0; i < rows * each; i++) {
            NamedLatent one = chosen.get(i % each);
            names.add(one.name());
            numbers[i] = one.number();
            System.arraycopy(one.latent(), 0, latents, i * size, size);
            if (!classes.isEmpty()) labels[i] = classes.get(i / each);
        }
        return new RequestedSamples(names, numbers, truncation.of(latents), labels, classes.isEmpty() ? 0 : each);
    }

    int size() {
        return names.size();
    }

    /** The name of a sample's own file, without its ending. */
    String fileName(int sample, Synthesizer generator) {
        String each = labels.length > 0 ? ClassList.fileName(labels[sample], generator.labelNames()) + "-" : "";
        return each + names.get(sample);
    }

    /** The names of the classes that are made, each once. */
    List<String> classes(Synthesizer generator) {
        return Arrays.stream(labels(generator))
                .distinct()
                .mapToObj(generator.labelNames()::get)
                .toList();
    }

    private int[] labels(Synthesizer generator) {
        return labels.length > 0 ? labels : generator.usualClasses(numbers);
    }

    List<Picture> pictures(Synthesizer generator) {
        return generator.pictures(latents, labels(generator));
    }

    /** Samples that are points as CSV, described in docs/formats.md. */
    String csv(Synthesizer generator) {
        float[] values = generator.samples(latents, labels(generator));
        int dimensions = generator.shape().size();
        List<String> header = new ArrayList<>(labels.length > 0 ? List.of("seed", "label") : List.of("seed"));
        for (int d = 1; d <= dimensions; d++) header.add("x" + d);
        Table table = new Table(header);
        for (int i = 0; i < size(); i++) {
            List<Object> row = new ArrayList<>(List.of(names.get(i).replaceFirst("^0+(?=\\d)", "")));
            if (labels.length > 0) row.add(generator.labelNames().get(labels[i]));
            for (int d = 0; d < dimensions; d++) row.add(values[i * dimensions + d]);
            table.row(row);
        }
        return table.csv();
    }
}
