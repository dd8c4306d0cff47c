package io.github.gan4j.setup;

import io.github.gan4j.data.SampleShape;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.PrecisionChoice;
import java.util.List;

/** How wide networks may be, so that a run of the planned length still sees enough images. */
public final class Budget {
    private static final List<Integer> WIDTHS = List.of(64, 48, 32, 24, 16);
    private static final int NARROWEST = 8;
    /** Narrower networks draw the colours of photographs and not their shapes. */
    private static final int WIDE_ENOUGH = 32;

    private static final int SMALLEST = 32;
    private static final int MULTIPLE = 4;
    /** Fewer leave even a small network half learned. */
    private static final double ENOUGH_IMAGES = 250_000;
    /** What one thread of a present-day processor reaches on convolutions, in operations a second; rather low. */
    private static final double FP32 = 45e9;

    private static final double BF16 = 80e9;

    private Budget() {}

    /** The widest of a few for which the time is enough; the widest of all where only images are counted. */
    static int width(Plan plan, SampleShape shape) {
        double operations = operations(plan);
        return WIDTHS.stream()
                .filter(width -> operations == 0 || operations / perImage(plan, shape, width) >= ENOUGH_IMAGES)
                .findFirst()
                .orElse(NARROWEST);
    }

    /** About how many images the minutes of a plan have time for; 0 where it has no limit of time. */
    static long images(Plan plan, SampleShape shape) {
        return (long) (operations(plan) / perImage(plan, shape));
    }

    private static double operations(Plan plan) {
        double rate = plan.precision() == PrecisionChoice.BF16 ? BF16 : FP32;
        return plan.stop().minutes() * 60 * Assembly.parallelism(plan).cores() * rate;
    }

    /** Whether the width that the time allows, where the plan leaves it open, is too small for images of this size. */
    static boolean tooLarge(Plan plan, Plan completed) {
        boolean open = plan.generator().network().width() == 0;
        int size = completed.shape().height();
        return open
                && size % (2 * MULTIPLE) == 0
                && size >= 2 * SMALLEST
                && completed.generator().network().width() < WIDE_ENOUGH;
    }

    /** Operations for one image: both turns take about 4 passes of the generator and 8.5 of the discriminator. */
    private static double perImage(Plan plan, SampleShape shape, int width) {
        return perImage(
                plan.withGenerator(plan.generator().withWidth(width))
                        .withDiscriminator(plan.discriminator().withWidth(width)),
                shape);
    }

    /** About how many multiplications and additions a step of this plan takes for each image of its batch. */
    public static double perImage(Plan plan, SampleShape shape) {
        long generator = PlannedNetworks.generatorSummary(plan, shape).multiplyAdds();
        long discriminator = PlannedNetworks.discriminatorSummary(plan, shape).multiplyAdds();
        return 2 * (4.0 * generator + 8.5 * discriminator);
    }
}
