package io.github.gan4j.restore;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.metrics.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was given, what was made of it, and the original.
 *
 * @param given the damaged picture
 * @param plain the same brought to the size of the original by bicubic interpolation
 */
public record Comparison(Picture given, Picture plain, Picture restored, Picture original) {
    /** How close the given picture is to the original, and how close the restored one. */
    public record Fidelities(Fidelity plain, Fidelity restored) {}

    /** An original damaged as in training and restored again. */
    public static Comparison ofDamaged(Restoration restoration, Picture original, OptionalDouble sigma) {
        Picture given = restoration.damaged(original, sigma);
        return of(restoration, given, restoration.of(given), restoration.comparable(original));
    }

    /**
     * A restored picture beside an original that is known.
     *
     * @throws IllegalArgumentException when the original is of another size
     */
    public static Comparison of(Restoration restoration, Picture given, Picture restored, Picture original) {
        if (original.width() != restored.width() || original.height() != restored.height())
            throw new IllegalArgumentException("the original has " + original.width() + "x" + original.height()
                    + " pixels, the restored picture " + restored.width() + "x" + restored.height());
        Picture fitting = restored.channels() == 1 ? Pictures.toGrey(original) : Pictures.toColour(original);
        Picture plain = restoration.bicubic(given);
        return new Comparison(given, plain, restored, fitting);
    }

    public Fidelities fidelities() {
        Picture same = restored.channels() == 1 ? Pictures.toGrey(plain) : Pictures.toColour(plain);
        return new Fidelities(Fidelity.between(same, original), Fidelity.between(restored, original));
    }

    /** Side by side: as given (enlarged without smoothing), by bicubic interpolation where it was smaller, restored, original. */
    public Picture picture() {
        boolean colour = restored.channels() == 3;
        int factor = restored.width() / given.width();
        List<Picture> tiles = new ArrayList<>();
        tiles.add(given.enlarged(factor));
        if (factor > 1) tiles.add(plain);
        tiles.add(restored);
        tiles.add(original);
        return Picture.grid(
                tiles.stream()
                        .map(tile -> colour ? Pictures.toColour(tile) : Pictures.toGrey(tile))
                        .toList(),
                tiles.size(),
                2);
    }

    /** The means over some pictures; empty where there are none. */
    public static Optional<Fidelities> mean(List<Fidelities> all) {
        if (all.isEmpty()) return Optional.empty();
        return Optional.of(new Fidelities(
                Fidelity.mean(all.stream().map(Fidelities::plain).toList()),
                Fidelity.mean(all.stream().map(Fidelities::restored).toList())));
    }
}
