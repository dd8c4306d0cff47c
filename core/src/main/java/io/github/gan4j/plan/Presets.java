package io.github.gan4j.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The plans that come with gan4j; each is one YAML file in the resources and one name here. */
public final class Presets {
    private static final List<String> NAMES = List.of(
            "strokes",
            "gaussian-1d",
            "gaussian-1d-counterfeiters",
            "gaussian-1d-swinging",
            "gaussian-1d-intro-as-published",
            "gaussian-1d-collapsing",
            "gaussian-1d-minibatch",
            "points",
            "ring",
            "ring-duel",
            "ring-teams",
            "grid-duel",
            "grid-teams",
            "ring-two-generators",
            "ring-gman",
            "ring-mgan",
            "grid-top-k",
            "ring-instance-noise",
            "ring-minibatch",
            "ring-unrolled",
            "ring-feature-matching",
            "ring-packing",
            "gaussian-1d-historical",
            "mnist-vanilla",
            "mnist-vanilla-as-published",
            "mnist-dcgan",
            "mnist-32",
            "mnist-32-as-published",
            "mnist-upscale",
            "mnist-upscale-as-published",
            "mnist-modern",
            "mnist-duel",
            "mnist-teams",
            "mnist-gman",
            "mnist-mgan",
            "mnist-conditional",
            "mnist-conditional-as-published",
            "mnist-conditional-vanilla-as-published",
            "mnist-semi-supervised",
            "mnist-semi-supervised-as-published",
            "mnist-redraw",
            "strokes-redraw",
            "faces-redraw",
            "svhn",
            "svhn-as-published",
            "faces-28",
            "faces-64",
            "dcgan-as-published",
            "denoise",
            "denoise-as-published",
            "super-resolution",
            "super-resolution-content",
            "super-resolution-as-published",
            "lapgan-level-as-published",
            "folder",
            "ill-discriminator",
            "ill-generator",
            "ill-total-collapse",
            "ill-partial-collapse",
            "ill-oscillation",
            "ill-saturation",
            "ill-memorising",
            "ill-narrow-latent",
            "ill-not-finite");

    private Presets() {}

    /** All names, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The named plan.
     *
     * @throws IllegalArgumentException when there is none; the known ones are listed
     */
    public static Plan read(String name) {
        return draft(name).plan();
    }

    /** The named plan, to lay other values over. */
    public static Draft draft(String name) {
        return Draft.empty().over(text(name)).setText("name", name);
    }

    /** The preset's file, with the comment at its head that states command, time and result. */
    public static String text(String name) {
        if (!NAMES.contains(name))
            throw new IllegalArgumentException(
                    "unknown preset '" + name + "'; known presets: " + String.join(", ", NAMES));
        try (InputStream file = Presets.class.getResourceAsStream("/io/github/gan4j/presets/" + name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("preset '" + name + "' cannot be read from gan4j's own jar", unreadable);
        }
    }
}
