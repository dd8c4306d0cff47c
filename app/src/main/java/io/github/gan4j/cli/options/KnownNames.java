package io.github.gan4j.cli.options;

import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.metrics.Extractors;
import io.github.gan4j.metrics.ImageMeasures;
import io.github.gan4j.settings.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The library's own lists of names, which help texts refer to as in {@code ${bundle:known.norms}}, and what RUN may be where
 * it may be more than a run folder.
 */
public final class KnownNames extends ResourceBundle {
    /** Evaluated only when a help text is shown. */
    private static final Map<String, Supplier<String>> LISTS = Map.of(
            "known.sets",
            () -> NamedSet.all().stream().map(NamedSet::name).collect(Collectors.joining(", ")),
            "known.drawn",
            () -> DataSource.names().stream()
                    .filter(name -> NamedSet.named(name).isEmpty())
                    .collect(Collectors.joining(", ")),
            "known.measures",
            () -> String.join(", ", ImageMeasures.names()),
            "known.extractors",
            () -> Extractors.KNOWN,
            "known.structures",
            () -> Words.joined(Structure.class),
            "known.norms",
            () -> Words.joined(Norm.class),
            "known.attacks",
            () -> String.join(", ", Attack.METHODS));

    private static final List<String> OF_GENERATORS =
            List.of("gan4j.sample.run", "gan4j.walk.run", "gan4j.mix.run", "gan4j.project.run");

    @Override
    protected Object handleGetObject(String key) {
        if (OF_GENERATORS.contains(key))
            return "A run folder that gan4j train has written, or a generator in an ONNX or TorchScript file.";
        return LISTS.containsKey(key) ? LISTS.get(key).get() : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(
                Stream.concat(LISTS.keySet().stream(), OF_GENERATORS.stream()).toList());
    }
}
