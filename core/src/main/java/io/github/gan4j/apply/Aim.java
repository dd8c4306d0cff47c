package io.github.gan4j.apply;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;

/** What an attack wants a classifier to say. */
public sealed interface Aim {
    /** Anything but the truth. */
    static Aim away() {
        return new Away();
    }

    /** This class, whatever the truth. */
    static Aim towards(int label) {
        return new Towards(label);
    }

    /** Whether an image of this true class can be used: one that is of the wanted class already cannot. */
    boolean concerns(int truth);

    /** Whether the attack has what it wants. */
    boolean reached(int truth, int answer);

    /** The classes whose loss is changed, and by {@link #direction} in which direction. */
    Tensor classes(Tensor truth, Device device);

    /** 1 where the loss is to grow, -1 where it is to shrink. */
    int direction();

    /** @see #away() */
    record Away() implements Aim {
        @Override
        public boolean concerns(int truth) {
            return true;
        }

        @Override
        public boolean reached(int truth, int answer) {
            return answer != truth;
        }

        @Override
        public Tensor classes(Tensor truth, Device device) {
            return truth;
        }

        @Override
        public int direction() {
            return 1;
        }
    }

    /** @see #towards(int) */
    record Towards(int label) implements Aim {
        @Override
        public boolean concerns(int truth) {
            return truth != label;
        }

        @Override
        public boolean reached(int truth, int answer) {
            return answer == label;
        }

        @Override
        public Tensor classes(Tensor truth, Device device) {
            int[] wanted = new int[Math.toIntExact(truth.count())];
            Arrays.fill(wanted, label);
            return Tensor.ofClasses(wanted).on(device);
        }

        @Override
        public int direction() {
            return -1;
        }
    }
}
