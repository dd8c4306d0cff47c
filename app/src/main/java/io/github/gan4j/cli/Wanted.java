package io.github.gan4j.cli;

import io.github.gan4j.explore.Truncation;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedGenerator;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples that {@code gan4j sample} is asked for.
 *
 * @param names of the samples: their seeds, or their places in a file, after their class where one was asked for
 * @param latents one after the other
 * @param labels one class for each; empty to let the generator take classes in turn
 * @param columns in a picture of all that has one class a row; 0 without classes
 */
record Wanted(List<String> names, float[] latents, int[] labels, int columns) {
    /** Every latent for every class. */
    static Wanted of(List<LatentOptions.Named> chosen, List<Integer> classes, Truncation truncation) {
        List<LatentOptions.Named> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int[] labels = new int[classes.size() * chosen.size()];
        for (int c = 0; c < Math.max(1, classes.size()); c++)
            for (int i = 0; i < chosen.size(); i++) {
                all.add(chosen.get(i));
                names.add((classes.isEmpty() ? "" : classes.get(c) + "-")
                        + chosen.get(i).name());
                if (!classes.isEmpty()) labels[c * chosen.size() + i] = classes.get(c);
            }
        return new Wanted(
                names, truncation.of(LatentOptions.joined(all)), labels, classes.isEmpty() ? 0 : chosen.size());
    }

    int size() {
        return names.size();
    }

    float[] samples(TrainedGenerator generator) {
        return labels.length > 0 ? generator.samples(latents, labels) : generator.samples(latents);
    }

    List<Picture> pictures(TrainedGenerator generator) {
        return labels.length > 0 ? generator.pictures(latents, labels) : generator.pictures(latents);
    }
}
