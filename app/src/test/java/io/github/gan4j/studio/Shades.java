package io.github.gan4j.studio;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Images that are bright or dark, a folder for each. */
final class Shades {
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
}
