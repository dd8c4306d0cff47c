package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.util.List;

/**
 * What a run writes into its folder, and how often; without any influence on training.
 *
 * @param events lines of numbers
 * @param pictures grids of samples from latents that stay the same
 * @param checkpoints everything needed to go on from there
 * @param columns of a picture
 * @param rows of a picture
 * @param keep newest checkpoints that stay; older ones are deleted
 * @param tensorboard whether events and pictures are written for TensorBoard as well
 * @param tutorial steps between the three lines and the numbered 4x4 picture of the first tutorials; 0 for none
 * @param span of the line that pictures of numbers show, as two numbers; empty for all of the distribution
 */
public record RecordPlan(
        @Default("{seconds: 2}") Every events,
        @Default("{seconds: 10}") Every pictures,
        @Default("{seconds: 60}") Every checkpoints,
        @Default("10") int columns,
        @Default("8") int rows,
        @Default("3") int keep,
        @Default("true") boolean tensorboard,
        @Default(value = "0", off = true) int tutorial,
        @Default(value = "[]", off = true) List<Double> span) {

    private static final double FARTHEST = 1e6;

    public RecordPlan {
        Check.between("columns", columns, 1, 100);
        Check.between("rows", rows, 1, 100);
        Check.between("keep", keep, 1, 10_000);
        Check.between("tutorial", tutorial, 0, 1_000_000_000);
        span = List.copyOf(span);
        boolean upward = span.size() == 2 && span.get(0) < span.get(1);
        boolean finite = span.stream().allMatch(end -> Math.abs(end) <= FARTHEST);
        if (!span.isEmpty() && !(upward && finite))
            throw new IllegalArgumentException(
                    "span must be empty or two numbers within -1e6 and 1e6, the smaller first, got " + span);
    }
}
