package io.github.gan4j.restore;

import io.github.gan4j.model.TrainedRestorer;

/** Makes a better image of a small one, which may be a tile of a large one. */
interface Mender {
    /** {@code [channels, height, width]} in [-1, 1] to {@code [channels, height * factor, width * factor]}. */
    float[] mended(float[] tile, int height, int width);

    int channels();

    int factor();

    /** What both sides of a tile must be multiples of. */
    int multiple();

    static Mender of(TrainedRestorer restorer) {
        return new Mender() {
            @Override
            public float[] mended(float[] tile, int height, int width) {
                return restorer.restored(tile, height, width);
            }

            @Override
            public int channels() {
                return restorer.channels();
            }

            @Override
            public int factor() {
                return restorer.factor();
            }

            @Override
            public int multiple() {
                return restorer.multiple();
            }
        };
    }
}
