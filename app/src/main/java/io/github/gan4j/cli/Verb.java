package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.Screen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command with what it prints; what is called is its work, with the exit code as the result. */
abstract class Verb implements Callable<Integer> {
    @Mixin
    Screen screen;
}
