package io.github.gan4j.studio;

import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Images that are bright or dark, a folder for each. */
final class Shades {
    /** With which epsilon one of them has been hardened. */
    static final double HARDENED = 0.25;

    private Shades() {}

    static Path in(Path folder) throws IOException {
        for (int i = 0; i < 60; i++) {
            byte[] pixels = new byte[64];
            Arrays.fill(pixels, (byte) (i % 2 == 0 ? 60 + i : 140 + i));
            Path file = folder.resolve(i % 2 == 0 ? "dark" : "bright").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, ImageFile.png(new Picture(8, 8, 1, pixels)));
        }
        return folder;
    }

    /** Lets classifiers learn these, which then come out of the cache; a busy machine takes its time. */
    static void learned(Path folder) throws IOException {
        Victims victims = Victims.of(folder.toString(), 0, OptionalInt.empty(), line -> {});
        for (Structure structure : List.of(Structure.SOFTMAX, Structure.PERCEPTRON))
            victims.ordinary(structure, line -> {}, Watcher.NOBODY).close();
        victims.hardened(Structure.SOFTMAX, HARDENED, line -> {}, Watcher.NOBODY)
                .close();
    }
}
