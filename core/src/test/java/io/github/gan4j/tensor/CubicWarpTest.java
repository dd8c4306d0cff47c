package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CubicWarpTest {
    private static final double[] SAME = {1, 0, 0, 0, 1, 0};
    private static final int HEIGHT = 9, WIDTH = 12;

    @BeforeEach
    void seed() {
        Engine.seed(3);
    }

    private static Tensor plane(double right, double down) {
        float[] values = new float[HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) values[i] = (float) (right * (i % WIDTH) + down * (i / WIDTH));
        return Tensor.of(values, 1, 1, HEIGHT, WIDTH);
    }

    private static float at(float[] values, int y, int x) {
        return values[y * WIDTH + x];
    }

    @Test
    void a_plane_stays_a_plane_under_any_map() {
        double angle = 0.3, size = 0.8, right = 0.37, down = -0.61;
        double cos = size * Math.cos(angle), sin = size * Math.sin(angle);
        try (Scope scope = new Scope()) {
            float[] seen = CubicWarp.warped(plane(2, -3), new double[][] {{cos, -sin, right, sin, cos, down}})
                    .toFloats();
            for (int y = 3; y < HEIGHT - 3; y++)
                for (int x = 3; x < WIDTH - 3; x++) {
                    double u = x - (WIDTH - 1) / 2.0, v = y - (HEIGHT - 1) / 2.0;
                    double fromX = cos * u - sin * v + right + (WIDTH - 1) / 2.0;
                    double fromY = sin * u + cos * v + down + (HEIGHT - 1) / 2.0;
                    assertThat((double) at(seen, y, x)).isCloseTo(2 * fromX - 3 * fromY, within(1e-4));
                }
        }
    }

    @Test
    void whole_pixels_are_copied_and_edges_are_mirrors() {
        try (Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 2, HEIGHT, WIDTH);
            float[] before = image.toFloats();
            float[] moved = CubicWarp.warped(image, new double[][] {{1, 0, 2, 0, 1, -3}})
                    .toFloats();
            assertThat(at(moved, 5, 4)).isEqualTo(at(before, 2, 6));
            assertThat(at(moved, 5, WIDTH - 1)).as("two beyond the right edge").isEqualTo(at(before, 2, WIDTH - 3));
            assertThat(at(moved, 0, 0)).as("three above the top edge").isEqualTo(at(before, 3, 2));
            float[] mirror = CubicWarp.warped(image, new double[][] {{-1, 0, 0, 0, 1, 0}})
                    .toFloats();
            for (int x = 0; x < WIDTH; x++) assertThat(at(mirror, 4, x)).isEqualTo(at(before, 4, WIDTH - 1 - x));
        }
    }

    @Test
    void images_far_beyond_themselves_and_of_one_pixel_are_mirrors_too() {
        try (Scope scope = new Scope()) {
            Tensor even = Tensor.filled(0.7, 1, 1, HEIGHT, WIDTH);
            double[][] far = {{9, 3, 1e4, -7, 5, -1e4}};
            for (float value : CubicWarp.warped(even, far).toFloats())
                assertThat(value).isCloseTo(0.7f, within(1e-5f));
            assertThat(CubicWarp.warped(Tensor.filled(0.7, 1, 1, 1, 1), far).toFloats()[0])
                    .isCloseTo(0.7f, within(1e-5f));
        }
    }

    @Test
    void each_image_has_a_map_of_its_own_and_others_stay_as_they_are() {
        double[] left = {1, 0, 1, 0, 1, 0};
        try (Scope scope = new Scope()) {
            Tensor images = Tensor.gaussian(4, 1, HEIGHT, WIDTH);
            float[] before = images.toFloats();
            float[] after = CubicWarp.warped(images, new double[][] {SAME, left, SAME, left})
                    .toFloats();
            int size = HEIGHT * WIDTH;
            for (int image = 0; image < 4; image++)
                for (int x = 0; x < WIDTH - 1; x++)
                    assertThat(after[image * size + x]).isEqualTo(before[image * size + x + image % 2]);
            assertThat(CubicWarp.warped(images, new double[][] {SAME, SAME, SAME, SAME}))
                    .isSameAs(images);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CubicWarp.warped(images, new double[][] {SAME}))
                    .withMessage("each of 4 images needs a map, got 1");
        }
    }

    /** The slope of |gradient of the sum of cubes|² by the pixels, against differences. */
    @Test
    void it_can_be_differentiated_twice() {
        double[][] turned = {{0.9, -0.3, 0.4, 0.3, 0.9, -0.2}};
        try (Scope scope = new Scope()) {
            Tensor image = Tensor.gaussian(1, 1, HEIGHT, WIDTH);
            Tensor watched = image.withGradient();
            float[] slopes = roughness(watched, turned).gradientFor(watched).toFloats();
            for (int at = 0; at < slopes.length; at += 11) {
                float[] up = image.toFloats(), down = image.toFloats();
                up[at] += 0.01f;
                down[at] -= 0.01f;
                double difference = value(up, turned) - value(down, turned);
                assertThat((double) slopes[at])
                        .isCloseTo(difference / 0.02, within(0.02 * Math.abs(slopes[at]) + 0.05));
            }
        }
    }

    private static double value(float[] pixels, double[][] map) {
        return roughness(Tensor.of(pixels, 1, 1, HEIGHT, WIDTH).withGradient(), map)
                .value();
    }

    private static Tensor roughness(Tensor image, double[][] map) {
        Tensor seen = CubicWarp.warped(image, map);
        return seen.squared().times(seen).sum().gradientFor(image).squared().sum();
    }
}
