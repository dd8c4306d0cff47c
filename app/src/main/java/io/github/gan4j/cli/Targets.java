package io.github.gan4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files that verbs write. */
final class Targets {
    private Targets() {}

    /** A file whose name says what is in it. */
    static Path named(Path target, String ending) {
        return named("--out", target, ending);
    }

    /** The same for another option. */
    static Path named(String option, Path target, String ending) {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(ending))
            throw new IllegalArgumentException(option + " must end in " + ending + ", got '" + target + "'");
        return target;
    }

    /** A file beside another, of the same name but for its ending. */
    static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    /** Makes the folder that a file is to lie in. */
    static Path withFolder(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        return target;
    }
}
