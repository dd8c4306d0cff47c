package io.github.gan4j.data;

/** The endless points of a distribution, unlabelled and in its own units. */
record DistributionSamples(Distribution distribution, long seed) implements Samples {
    @Override
    public SampleShape shape() {
        return SampleShape.point(distribution.dimensions());
    }

    @Override
    public String checksum() {
        StringBuilder content = new StringBuilder(distribution.describe());
        for (double[] mode : distribution.modes())
            for (double number : mode) content.append(' ').append(number);
        return ContentChecksum.of(content.toString());
    }

    @Override
    public String describe() {
        return "endless points, " + distribution.describe();
    }

    @Override
    public void fill(long position, int count, float[] values, int[] labels) {
        int at = 0;
        for (int i = 0; i < count; i++)
            for (double number : distribution.sample(seed, position + i)) values[at++] = (float) number;
    }
}
