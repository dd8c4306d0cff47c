package io.github.gan4j.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The one class that a verb keeps to, where the generator is told classes. */
final class LabelOption {
    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "The class of all samples, by name or number; the first when not given.")
    private Optional<String> label = Optional.empty();

    /** @param names of the classes, empty for a generator that is told none */
    OptionalInt among(List<String> names) {
        return ClassNumbers.one("--label", label, names);
    }
}
