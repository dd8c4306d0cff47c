package io.github.gan4j.cli;

import io.github.gan4j.adversarial.LinearExample;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gan4j attack linear}: the example that fits on a blackboard. */
@Command(name = "linear", description = "The smallest adversarial example: ten numbers and a linear classifier.")
final class AttackLinearCommand extends Verb {
    @Option(names = "--epsilon", paramLabel = "E", description = "Change of each number (default: ${DEFAULT-VALUE}).")
    private double epsilon = 0.5;

    @Override
    public Integer call() {
        LinearExample before = LinearExample.published(), after = before.attacked(epsilon);
        screen.say(line("w", before.weights()));
        screen.say(line("x", before.point()) + score(before));
        screen.say(line("x + " + epsilon + " sign(w)", after.point()) + score(after));
        return 0;
    }

    private static String line(String name, double[] numbers) {
        return "%-16s".formatted(name)
                + Arrays.stream(numbers)
                        .mapToObj(number -> String.format(Locale.ROOT, "%5.1f", number))
                        .collect(Collectors.joining(" "));
    }

    private static String score(LinearExample example) {
        return String.format(
                Locale.ROOT, "   w.x %5.2f   probability of class 1: %.4f", example.product(), example.probability());
    }
}
