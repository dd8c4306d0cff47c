package io.github.gan4j.studio;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.explore.Direction;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.explore.PrincipalDirections;
import io.github.gan4j.explore.Projection;
import io.github.gan4j.explore.Projector;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A generator at hand for questions; used on the thread of the views only. */
final class Explorer implements AutoCloseable {
    private static final int DIRECTIONS = 12;
    private static final int LOOKED_AT = 600;
    private static final int MEASURED = 1000;
    private static final int STARTS = 128;
    private static final int STEPS = 100;

    private final Synthesizer generator;
    private final Map<String, Direction> measured = new HashMap<>();
    private Optional<PrincipalDirections> directions = Optional.empty();

    /** @throws Refusal when the generator makes no images */
    Explorer(Synthesizer generator) {
        this.generator = generator;
        if (!generator.shape().isImage()) {
            generator.close();
            throw Refusal.conflict("this generator makes points, not images to explore");
        }
    }

    Synthesizer generator() {
        return generator;
    }

    SampleShape shape() {
        return generator.shape();
    }

    /** Of the first class where there are classes; found when first asked for. */
    PrincipalDirections directions() {
        if (directions.isEmpty())
            directions = Optional.of(PrincipalDirections.of(generator.first(), LOOKED_AT, DIRECTIONS));
        return directions.get();
    }

    /** @throws Refusal when there is none of this index */
    float[] direction(long index) {
        List<float[]> ways = directions().ways();
        if (index >= ways.size()) throw Refusal.missing("there is no direction " + index);
        return ways.get((int) index);
    }

    /**
     * The direction along which a measure of samples grows, of one class or mixture of classes where there are classes.
     *
     * @throws IllegalArgumentException when there is no such measure, or it is the same for all samples
     */
    Direction measured(String measure, ClassShares classes) {
        return measured.computeIfAbsent(measure + " " + classes.text(), key -> Measured.of(
                        generator,
                        latents -> samples(latents, classes),
                        Measured.FIRST_SEED,
                        MEASURED,
                        ImageMeasures.named(measure))
                .direction(Direction.ridge()));
    }

    float[] latent(Recipe recipe, Recipe.Saved saved) throws IOException {
        List<float[]> ways =
                recipe.directions().isEmpty() ? List.of() : directions().ways();
        return recipe.latent(generator.latents(), ways, saved);
    }

    /** The samples of latents, all of one class or mixture of classes. */
    float[] samples(float[] latents, ClassShares classes) {
        int count = latents.length / generator.latents().size();
        return generator.mixtures(latents, classes.rows(generator.labelNames(), count));
    }

    List<Picture> pictures(float[] latents, ClassShares classes) {
        return shape().pictures(samples(latents, classes));
    }

    /** Samples of seeds, all moved and truncated by one recipe. */
    List<Picture> pictures(long first, int count, Recipe recipe, ClassShares classes, Recipe.Saved saved)
            throws IOException {
        Map<String, float[]> known = new HashMap<>();
        for (String name : recipe.named().keySet()) known.put(name, saved.named(name));
        int size = generator.latents().size();
        float[] latents = new float[count * size];
        for (int i = 0; i < count; i++)
            System.arraycopy(latent(recipe.from(first + i), known::get), 0, latents, i * size, size);
        return pictures(latents, classes);
    }

    /** As {@link #pictures}, side by side in one picture. */
    Picture sheet(long first, int count, Recipe recipe, ClassShares classes, Recipe.Saved saved) throws IOException {
        return Picture.grid(pictures(first, count, recipe, classes, saved), count, 0);
    }

    /** The samples of one latent in each of the first classes, side by side in one picture. */
    Picture ofClasses(float[] latent, int most) {
        int count = Math.min(generator.labelNames().size(), most);
        float[] latents = new float[latent.length * count];
        for (int i = 0; i < count; i++) System.arraycopy(latent, 0, latents, i * latent.length, latent.length);
        return Picture.grid(
                generator.pictures(latents, IntStream.range(0, count).toArray()), count, 0);
    }

    /** The latent whose sample looks most like a picture of any size. */
    Projection project(Picture picture, ClassShares classes) {
        Picture square = Pictures.resized(Pictures.centreSquare(picture), shape().width(), shape().height());
        Picture fitting = shape().channels() == 1 ? Pictures.toGrey(square) : Pictures.toColour(square);
        float[] target = new float[shape().size()];
        fitting.copyInto(target, 0);
        List<String> names = generator.labelNames();
        OptionalInt label = names.isEmpty() ? OptionalInt.empty() : OptionalInt.of(classes.largest(names));
        return new Projector(generator.first(label), STARTS, STEPS).nearest(target);
    }

    @Override
    public void close() {
        generator.close();
    }
}
