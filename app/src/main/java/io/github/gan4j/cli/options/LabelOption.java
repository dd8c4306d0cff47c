package io.github.gan4j.cli.options;

import io.github.gan4j.data.ClassList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The class of all samples, where the generator is class-conditional. */
public final class LabelOption {
    @Option(
            names = "--label",
            paramLabel = "CLASS",
            description = "Class of all samples, by name or number (default: the first).")
    private Optional<String> label = Optional.empty();

    /** @param names of the classes; empty for a generator that is not class-conditional */
    public OptionalInt among(List<String> names) {
        if (label.isEmpty() && names.isEmpty()) return OptionalInt.empty();
        return OptionalInt.of(label.isEmpty() ? 0 : ClassList.one("--label", label.get(), names));
    }
}
