package io.github.gan4j.cli;

import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.CacheFolder.Kept;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gan4j cache}: results that are kept because they took long to compute. */
@Command(
        name = "cache",
        synopsisSubcommandLabel = "COMMAND",
        description = "List or delete classifiers, features and lists of runs that are kept between commands.",
        footer = {
            "",
            "They are in GAN4J_CACHE or else in the user's folder for caches, never beside data, and can be",
            "computed again at any time. Beyond 2 GiB what was not used for the longest time is deleted."
        })
final class CacheCommand extends Verb {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "cache needs list or clear, as in: gan4j cache list");
    }

    @Command(name = "list", description = "List what is kept, the last used first.")
    int list() throws IOException {
        CacheFolder cache = CacheFolder.usual();
        List<Kept> kept = cache.kept();
        for (Kept each : kept)
            screen.say(
                    "%13s  %.10s  %s",
                    Numbers.grouped(each.bytes()), each.used(), each.file().getFileName());
        screen.say("%s: %s, %s", cache.path(), Numbers.of(kept.size(), "file"), bytes(kept));
        return CommandLine.ExitCode.OK;
    }

    private static String bytes(List<Kept> kept) {
        return Numbers.of(kept.stream().mapToLong(Kept::bytes).sum(), "byte");
    }

    @Command(name = "clear", description = "Delete what is kept.")
    int clear() throws IOException {
        CacheFolder cache = CacheFolder.usual();
        screen.say("%s: %s deleted", cache.path(), Numbers.of(cache.clear(), "byte"));
        return CommandLine.ExitCode.OK;
    }
}
