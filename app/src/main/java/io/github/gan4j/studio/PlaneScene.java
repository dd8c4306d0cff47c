package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Distribution;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Training;
import java.util.Arrays;

/**
 * Points of a plane: a map of what the discriminator thinks of every place, real and generated points, arrows along
 * which the discriminator's score of generated points rises, and a grid of latents as the generator warps it.
 */
final class PlaneScene extends Scene {
    private static final int COUNT = 400;
    private static final int ARROWS = 60;
    private static final int CELLS = 36;
    private static final int LINES = 13;
    /** Quantiles of the standard normal distribution at 1/26, 3/26, … 25/26: cells of equal probability. */
    private static final double[] NORMAL = {
        -1.769, -1.198, -0.869, -0.615, -0.396, -0.194, 0, 0.194, 0.396, 0.615, 0.869, 1.198, 1.769
    };

    PlaneScene(Plan plan, Distribution distribution) {
        super(plan, distribution);
    }

    @Override
    ObjectNode at(Training training) {
        double reach = 0;
        for (int axis = 0; axis < 2; axis++)
            reach = Math.max(
                    reach,
                    Math.abs(distribution.mean()[axis]) + 2.2 * distribution.std()[axis]);
        float[] made = made(training, COUNT);
        ObjectNode scene =
                begin(training, "plane").put("reach", reach).put("cells", CELLS).put("lines", LINES);
        put(scene, "reals", training.data().batch(0, COUNT).values());
        put(scene, "fakes", made);
        put(scene, "warp", Synthesizer.of(plan, training).first().samples(grid()));
        if (hasScores()) {
            put(scene, "map", beliefs(scores(training, places(reach)), middle(training, made)));
            put(scene, "arrows", slopes(training, made, reach));
        }
        return scene;
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

    /** Slopes of the score by central differences, at the first points: {@code dx, dy} each, the longest of length 1. */
    private double[] slopes(Training training, float[] made, double reach) {
        int count = Math.min(ARROWS, made.length / 2);
        float step = (float) (reach / 200);
        float[] around = new float[count * 8];
        for (int i = 0; i < count; i++)
            for (int side = 0; side < 4; side++) {
                around[8 * i + 2 * side] = made[2 * i] + (side == 0 ? step : side == 1 ? -step : 0);
                around[8 * i + 2 * side + 1] = made[2 * i + 1] + (side == 2 ? step : side == 3 ? -step : 0);
            }
        float[] scores = scores(training, around);
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

    /** Crossings of a grid over the first two latents, the others at their middle, row by row. */
    private float[] grid() {
        int size = plan.latents().orElseThrow().size();
        float[] latents = new float[LINES * LINES * size];
        Arrays.fill(latents, (float) plan.latents().orElseThrow().mean());
        for (int row = 0; row < LINES; row++)
            for (int column = 0; column < LINES; column++) {
                int at = (row * LINES + column) * size;
                latents[at] = latent(column);
                if (size > 1) latents[at + 1] = latent(row);
            }
        return latents;
    }

    private float latent(int line) {
        Latents latents = plan.latents().orElseThrow();
        if (!latents.bounded()) return (float) NORMAL[line];
        double share = (line + 0.5) / LINES;
        return (float) (latents.low() + share * (latents.high() - latents.low()));
    }
}
