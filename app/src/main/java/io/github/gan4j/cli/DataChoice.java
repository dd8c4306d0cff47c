package io.github.gan4j.cli;

import io.github.gan4j.data.Part;
import io.github.gan4j.data.Source;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which data a verb is to look at. */
final class DataChoice {
    @Parameters(
            paramLabel = "DATA",
            description = "A folder, zip or file, or a set by name: mnist, fashion-mnist, cifar10, svhn, stl10.")
    private String data = "";

    @Option(names = "--test", description = "The part to judge with, of sets that come in two parts.")
    private boolean test;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "How to read what lies there, as data.source in a plan; got out when not given.")
    private Optional<String> name = Optional.empty();

    String word() {
        return data;
    }

    Part part() {
        return test ? Part.TEST : Part.TRAIN;
    }

    /** @throws IllegalArgumentException when no data is named */
    Source source(int size, Consumer<String> warn) {
        if (data.isBlank()) throw new IllegalArgumentException("DATA must name a folder, zip, file or set, got ''");
        if (name.isEmpty()) return Source.of(data, 0, warn).with(size, 0);
        return new Source(name.get(), Optional.of(Path.of(data)), size, 0, false, 0, Map.of(), warn);
    }
}
