package io.github.gan4j.tensor;

import java.io.UncheckedIOException;
import org.bytedeco.javacpp.Pointer;

/** A program whose first native act is the given one; it prints the limit that JavaCPP then works under. */
final class FirstTouch {
    private FirstTouch() {}

    public static void main(String[] act) {
        switch (act[0]) {
            case "failing" -> complain();
            case "engine" -> Engine.threads();
            case "scope" -> new Scope().close();
            case "tensor" -> Tensor.zeros(1);
            case "device" -> Device.named("auto");
            case "cast" -> Precision.BF16.on(Device.CPU).close();
            case "optimizer" -> new Adam(1, Device.CPU, 0.5, 0.9, 1e-8).close();
            default -> throw new IllegalArgumentException(act[0]);
        }
        if (act[0].equals("failing")) return;
        System.out.println("limit " + Pointer.maxPhysicalBytes());
    }

    /** Twice, since a class whose initialiser failed says something else the second time. */
    private static void complain() {
        String first = refusal();
        if (!first.equals(refusal())) throw new IllegalStateException("the second refusal is another one");
        System.out.println(first);
    }

    private static String refusal() {
        try {
            Tensor.zeros(1);
            return "nothing was refused";
        } catch (UncheckedIOException refused) {
            return refused.getMessage();
        }
    }
}
