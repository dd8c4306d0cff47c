package io.github.gan4j.cli.options;

import io.github.gan4j.data.ImageNames;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The file that a verb writes. */
public final class OutputFile {
    private static final Pattern EXPORTED = Pattern.compile("(?i).*\\.(onnx|pt|ts|js|html|json|safetensors|zip)");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec verb;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Output file (default: ${COMMAND-NAME}.* in the run folder).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private ResultFiles results = new ResultFiles();

    /**
     * The file asked for, or one in the run folder that is named after the verb.
     *
     * @param companions endings of what is written beside it
     * @throws IllegalArgumentException as {@link #named} and {@link ResultFiles#asked}
     */
    public Path in(RunChoice run, String ending, String... companions) {
        if (out.isEmpty()) return results.usual(run.file(verb.name() + ending), companions);
        results.asked(named("--out", out.get(), ending));
        for (String companion : companions) results.asked(beside(out.get(), companion));
        return out.get();
    }

    /** What decides about further files of the verb. */
    public ResultFiles results() {
        return results;
    }

    /** @throws IllegalArgumentException when the name does not end as files of its kind do */
    public static Path named(String option, Path target, String ending) {
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(ending))
            throw new IllegalArgumentException(option + " must end in " + ending + ", got '" + target + "'");
        return target;
    }

    /** @throws IllegalArgumentException when the name of a folder for files ends as they do */
    public static Path folder(String option, Path target) {
        if (ImageNames.endsLikeImage(target)
                || EXPORTED.matcher(target.toString()).matches())
            throw new IllegalArgumentException(option + " must be a folder, got '" + target + "'");
        return target;
    }

    /** The file beside another that differs in its ending. */
    public static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}
