package io.github.gan4j.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The file that a verb writes. */
public final class OutputFile {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "File to write (default: ${COMMAND-NAME}.* in the run folder).")
    private Optional<Path> out = Optional.empty();

    /**
     * The file asked for, or the one in the run folder that is named after the verb.
     *
     * @throws IllegalArgumentException as {@link #named}
     */
    public Path in(RunChoice run, String ending) {
        return named("--out", out.orElseGet(() -> run.file(verb.name() + ending)), ending);
    }

    /** @throws IllegalArgumentException when the name does not end as files of its kind do */
    public static Path named(String option, Path target, String ending) {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(ending))
            throw new IllegalArgumentException(option + " must end in " + ending + ", got '" + target + "'");
        return target;
    }

    /** The file beside another that differs in its ending. */
    public static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    /** The same file, once its folder exists. */
    public static Path withFolder(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        return target;
    }
}
