package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with what it prints; what is called is its work, with the exit code as the result. */
abstract class Verb implements Callable<Integer> {
    @Mixin
    Screen screen;

    @Spec
    private CommandSpec verb;

    /** Refuses the first of these options that was typed, where it would decide nothing. */
    void requireUntyped(String why, String... options) {
        for (String option : options)
            if (verb.commandLine().getParseResult().hasMatchedOption(option))
                throw new IllegalArgumentException(option + " " + why);
    }
}
