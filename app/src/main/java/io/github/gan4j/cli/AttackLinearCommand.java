package io.github.gan4j.cli;

import io.github.gan4j.adversarial.LinearExample;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j attack linear}: the example that fits on a blackboard. */
@Command(name = "linear", description = "The smallest adversarial example: ten numbers and a linear classifier.")
final class AttackLinearCommand implements Callable<Integer> {
    @Option(names = "--epsilon", paramLabel = "E", description = "By how much each number moves; 0.5 when not given.")
    private double epsilon = 0.5;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LinearExample before = LinearExample.published(), after = before.attacked(epsilon);
        PrintWriter screen = spec.commandLine().getOut();
        screen.println(line("w", before.weights()));
        screen.println(line("x", before.point()) + told(before));
        screen.println(line("x + " + epsilon + " sign(w)", after.point()) + told(after));
        return 0;
    }

    private static String line(String name, double[] numbers) {
        return "%-16s".formatted(name)
                + Arrays.stream(numbers)
                        .mapToObj(number -> String.format(Locale.ROOT, "%5.1f", number))
                        .collect(Collectors.joining(" "));
    }

    private static String told(LinearExample example) {
        return String.format(
                Locale.ROOT, "   w.x %5.2f   probability of class 1: %.4f", example.product(), example.probability());
    }
}
