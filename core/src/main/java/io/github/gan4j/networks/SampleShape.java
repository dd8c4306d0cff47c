package io.github.gan4j.networks;

import io.github.gan4j.settings.Check;
import java.util.List;

/** What one sample is: an image, or a point of a few numbers. */
public sealed interface SampleShape {
    /** How many numbers one sample has. */
    int count();

    /** The layers that turn a row of {@link #count} numbers into one sample; none for points. */
    List<Network> fromRow();

    /** The layers that turn one sample into a row of {@link #count} numbers; none for points. */
    List<Network> toRow();

    /** {@code [batch, dimensions]}. */
    record Point(int dimensions) implements SampleShape {
        public Point {
            Check.between("dimensions", dimensions, 1, 1 << 20);
        }

        @Override
        public int count() {
            return dimensions;
        }

        @Override
        public List<Network> fromRow() {
            return List.of();
        }

        @Override
        public List<Network> toRow() {
            return List.of();
        }

        @Override
        public String toString() {
            return "points of " + dimensions + (dimensions == 1 ? " number" : " numbers");
        }
    }

    /** {@code [batch, channels, height, width]}, values in [-1, 1]. */
    record Image(int channels, int height, int width) implements SampleShape {
        public Image {
            Check.between("channels", channels, 1, 1024);
            Check.between("height", height, 1, 1024);
            Check.between("width", width, 1, 1024);
        }

        @Override
        public int count() {
            return channels * height * width;
        }

        @Override
        public List<Network> fromRow() {
            return List.of(Fixed.reshape(channels, height, width));
        }

        @Override
        public List<Network> toRow() {
            return List.of(Fixed.flatten());
        }

        @Override
        public String toString() {
            return "images of " + height + "x" + width;
        }
    }
}
