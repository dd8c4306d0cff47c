package io.github.gan4j.views;

import io.github.gan4j.data.Distribution;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Picture;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Ensemble;
import io.github.gan4j.model.Scorer;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Points: real ones in blue, generated ones over them, orange, or a colour for each of several generators. Points of more
 * than two dimensions are projected to two, the means of the first and of the second half of their numbers.
 */
record PlaneView(Plan plan, SampleShape shape, Optional<Distribution> data) implements View {
    private static final int COUNT = 2_500, COUNT_OF_SPACE = 500, COUNT_OF_PAGE = 400;
    private static final int ARROWS = 60, CELLS = 36, LINES = 13;
    /** Quantiles of the standard normal distribution at 1/26, 3/26, … 25/26: cells of equal probability. */
    private static final double[] NORMAL = {
        -1.769, -1.198, -0.869, -0.615, -0.396, -0.194, 0, 0.194, 0.396, 0.615, 0.869, 1.198, 1.769
    };

    private static final Color REAL = new Color(0x90caf9);
    /** One for each generator, in turn. */
    private static final List<Color> MADE = List.of(
            new Color(0xc0e65100, true),
            new Color(0xc02e7d32, true),
            new Color(0xc06a1b9a, true),
            new Color(0xc0c2185b, true));

    private boolean projected() {
        return shape.kind() == SampleShape.Kind.SPACE;
    }

    @Override
    public int count() {
        return projected() ? COUNT_OF_SPACE : COUNT;
    }

    @Override
    public Picture reals(Training training) {
        return withReals(training.data()).picture(projected() ? "reals, means of both halves" : "reals");
    }

    private Diagram withReals(Samples data) {
        float[] reals = reals(data, count());
        double reach = reach(reals);
        Diagram diagram = new Diagram(-reach, reach, -reach, reach);
        diagram.points(reals, REAL);
        return diagram;
    }

    @Override
    public Supplier<Picture> samples(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        Latents latents = generators.latents();
        Ensemble ensemble = generators.ensemble();
        float[] made = generators.samples(latents.of(0, count()));
        Samples reals = training.data();
        String title = "after " + Numbers.of(training.images(), "point");
        return () -> drawn(withReals(reals), projected(made), latents, ensemble).picture(title);
    }

    private Diagram drawn(Diagram diagram, float[] made, Latents latents, Ensemble ensemble) {
        for (int g = 0; g < ensemble.shares().size(); g++) {
            int generator = g;
            int[] own = IntStream.range(0, count())
                    .filter(seed -> ensemble.of(latents.of(seed)) == generator)
                    .toArray();
            float[] points = new float[2 * own.length];
            for (int i = 0; i < own.length; i++) System.arraycopy(made, 2 * own[i], points, 2 * i, 2);
            diagram.points(points, MADE.get(g % MADE.size()));
        }
        return diagram;
    }

    @Override
    public Optional<PlaneNumbers> numbers(Training training) {
        Synthesizer generators = Synthesizer.of(plan, training);
        float[] reals = reals(training.data(), COUNT_OF_PAGE),
                made = generators.samples(generators.latents().of(0, COUNT_OF_PAGE));
        double reach = reach(reals);
        Scorer scorer = Scorer.of(plan, training);
        boolean mapped = scorer.alone() && !plan.conditional() && !projected();
        return Optional.of(new PlaneNumbers(
                reach,
                reals,
                projected(made),
                CELLS,
                mapped ? Optional.of(scorer.curve(places(reach), made)) : Optional.empty(),
                mapped ? Optional.of(slopes(scorer, made, reach)) : Optional.empty(),
                LINES,
                projected(generators.first().samples(grid(generators.latents())))));
    }

    private float[] reals(Samples data, int count) {
        return projected(data.batch(0, count).values());
    }

    private float[] projected(float[] points) {
        if (!projected()) return points;
        int numbers = shape.size(), half = numbers / 2;
        float[] seen = new float[points.length / numbers * 2];
        for (int i = 0; i < seen.length; i++) {
            double sum = 0;
            for (int k = 0; k < half; k++) sum += points[i / 2 * numbers + i % 2 * half + k];
            seen[i] = (float) (sum / half);
        }
        return seen;
    }

    private double reach(float[] reals) {
        double reach = 0;
        if (data.isPresent() && !projected())
            for (int axis = 0; axis < 2; axis++)
                reach = Math.max(
                        reach,
                        Math.abs(data.get().mean()[axis]) + 2.2 * data.get().std()[axis]);
        else {
            reach = 1;
            for (float value : reals) reach = Math.max(reach, 1.2 * Math.abs(value));
        }
        return reach;
    }

    private static float[] places(double reach) {
        float[] places = new float[2 * CELLS * CELLS];
        for (int row = 0; row < CELLS; row++)
            for (int column = 0; column < CELLS; column++) {
                places[2 * (row * CELLS + column)] = (float) (reach * ((column + 0.5) / CELLS * 2 - 1));
                places[2 * (row * CELLS + column) + 1] = (float) (reach * (1 - (row + 0.5) / CELLS * 2));
            }
        return places;
    }

    /** By central differences. */
    private static double[] slopes(Scorer scorer, float[] made, double reach) {
        int count = Math.min(ARROWS, made.length / 2);
        float step = (float) (reach / 200);
        float[] around = new float[count * 8];
        for (int i = 0; i < count; i++)
            for (int side = 0; side < 4; side++) {
                around[8 * i + 2 * side] = made[2 * i] + (side == 0 ? step : side == 1 ? -step : 0);
                around[8 * i + 2 * side + 1] = made[2 * i + 1] + (side == 2 ? step : side == 3 ? -step : 0);
            }
        float[] scores = scorer.of(around);
        double[] slopes = new double[2 * count];
        double longest = 1e-12;
        for (int i = 0; i < count; i++) {
            slopes[2 * i] = scores[4 * i] - scores[4 * i + 1];
            slopes[2 * i + 1] = scores[4 * i + 2] - scores[4 * i + 3];
            longest = Math.max(longest, Math.hypot(slopes[2 * i], slopes[2 * i + 1]));
        }
        for (int i = 0; i < slopes.length; i++) slopes[i] /= longest;
        return slopes;
    }

    /** Crossings of a grid over the first two numbers of latents, the others at their mean. */
    private static float[] grid(Latents latents) {
        int size = latents.size();
        float[] grid = new float[LINES * LINES * size];
        Arrays.fill(grid, (float) latents.mean());
        for (int row = 0; row < LINES; row++)
            for (int column = 0; column < LINES; column++) {
                int at = (row * LINES + column) * size;
                grid[at] = number(latents, column);
                if (size > 1) grid[at + 1] = number(latents, row);
            }
        return grid;
    }

    private static float number(Latents latents, int line) {
        if (!latents.bounded()) return (float) NORMAL[line];
        return (float) (latents.low() + (line + 0.5) / LINES * (latents.high() - latents.low()));
    }
}
