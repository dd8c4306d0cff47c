package io.github.gan4j.restore;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Files of images restored one after the other. A result appears whole or not at all, and what goes wrong with one file
 * says so in one line that names it.
 *
 * @param restoration what is done to each
 * @param originals where an original of each is known: its file, or a folder that holds it under the same name
 * @param damage whether files are originals, to be damaged first as in training
 * @param sigma of the noise with which they are damaged, where it differs from training
 */
public record Workbench(Restoration restoration, Optional<Path> originals, boolean damage, OptionalDouble sigma) {
    /**
     * Restores one file.
     *
     * @param notice hears what people should know of the image, a line each
     * @return a comparison, where the original is known
     * @throws IOException in one line that names the file
     */
    public Optional<Comparison> restore(RestorationJob order, DoubleConsumer progress, Consumer<String> notice)
            throws IOException {
        // before anything is decoded: a result that does not fit into memory would end the whole batch
        restoration.requireMemory(order.from().toString(), ImageFile.pixels(order.from()));
        Layers given = ImageFile.layers(order.from(), notice);
        if (damage) return Optional.of(damaged(order, given.picture()));
        Layers made = restoration.of(given, progress);
        Optional<Comparison> comparison = originals.isPresent()
                ? Optional.of(compared(order, given.picture(), made.picture()))
                : Optional.empty();
        write(order.to(), made);
        return comparison;
    }

    /** Writes the three or four side by side in place of the result alone. */
    private Comparison damaged(RestorationJob order, Picture original) throws IOException {
        try {
            Comparison comparison = Comparison.ofDamaged(restoration, original, sigma);
            write(order.to(), new Layers(comparison.picture(), Optional.empty()));
            return comparison;
        } catch (IllegalArgumentException tooSmall) {
            throw new IOException(order.from() + ": " + tooSmall.getMessage(), tooSmall);
        }
    }

    private Comparison compared(RestorationJob order, Picture given, Picture restored) throws IOException {
        Path place = originals.orElseThrow();
        Path file = Files.isDirectory(place) ? place.resolve(order.name()) : place;
        try {
            return Comparison.of(restoration, given, restored, ImageFile.read(file));
        } catch (IllegalArgumentException different) {
            throw new IOException(order.from() + ": " + different.getMessage(), different);
        }
    }

    private static void write(Path to, Layers made) throws IOException {
        Path folder = to.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException stuck) {
            throw new IOException(to + ": cannot be written: the folder " + folder + " cannot be made", stuck);
        }
        ImageFile.writePng(to, made);
    }
}
