package io.github.gan4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real data for tests, found in {@code shared/data} beside the project; tests that need it are skipped without it. */
public final class RealData {
    private RealData() {}

    /** The named folder or file of real data, or nothing where this machine has none. */
    public static Optional<Path> path(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path wanted = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(wanted)) return Optional.of(wanted);
        }
        return Optional.empty();
    }
}
