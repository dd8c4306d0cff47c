package io.github.gan4j.adversarial;

import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Tensor;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The answer that an attack is after.
 *
 * @param target this class, in a targeted attack; any wrong class where it is empty
 */
public record Aim(OptionalInt target) {
    /** Any wrong class. */
    public static Aim untargeted() {
        return new Aim(OptionalInt.empty());
    }

    /** This class, whatever the truth. */
    public static Aim targeted(int label) {
        return new Aim(OptionalInt.of(label));
    }

    /** Whether images of this class can be attacked: those of the target class cannot. */
    boolean eligible(int truth) {
        return target.isEmpty() || target.getAsInt() != truth;
    }

    boolean reached(int truth, int answer) {
        return target.isEmpty() ? answer != truth : answer == target.getAsInt();
    }

    /** The classes whose loss is changed, in the direction of {@link #direction}. */
    Tensor classes(Tensor truth, Device device) {
        if (target.isEmpty()) return truth;
        int[] wanted = new int[Math.toIntExact(truth.count())];
        Arrays.fill(wanted, target.getAsInt());
        return Tensor.ofClasses(wanted).on(device);
    }

    /** 1 where the attack increases the loss, -1 where it decreases it. */
    int direction() {
        return target.isEmpty() ? 1 : -1;
    }
}
