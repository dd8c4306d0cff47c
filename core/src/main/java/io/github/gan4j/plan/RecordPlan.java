package io.github.gan4j.plan;

/**
 * What a run writes into its folder, and how often; without any influence on training.
 *
 * @param events lines of numbers
 * @param pictures grids of samples from latents that stay the same
 * @param checkpoints everything needed to go on from there
 * @param columns of a picture
 * @param rows of a picture
 * @param keep newest checkpoints that stay; older ones are deleted
 */
public record RecordPlan(
        @Default("{seconds: 2}") Interval events,
        @Default("{seconds: 10}") Interval pictures,
        @Default("{seconds: 60}") Interval checkpoints,
        @Default("10") int columns,
        @Default("8") int rows,
        @Default("3") int keep) {

    public RecordPlan {
        Check.between("columns", columns, 1, 100);
        Check.between("rows", rows, 1, 100);
        Check.between("keep", keep, 1, 10_000);
    }
}
