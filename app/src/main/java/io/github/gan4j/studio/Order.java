package io.github.gan4j.studio;

import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A run that somebody asked for with the form, steered from its first step on. */
record Order(Plan plan, String name, Helm.Setting setting, Optional<Path> drawing) {
    /** Removes what was written for a run that did not start. */
    void discard() {
        try {
            if (drawing.isPresent()) Files.deleteIfExists(drawing.get());
        } catch (IOException stuck) {
            // why the run did not start says more
        }
    }
}
