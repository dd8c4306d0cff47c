package io.github.gan4j.export;

import io.github.gan4j.glossary.Suggestions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A form in which a network leaves gan4j. */
public enum ExportFormat {
    /** {@code NAME.onnx}: for ONNX Runtime and every converter. */
    ONNX,
    /** {@code NAME.pt}: opens in PyTorch without a class. */
    TORCHSCRIPT,
    /** {@code model.safetensors}, {@code config.json}, {@code load.py} and {@code README.md}: what model hubs expect. */
    SAFETENSORS,
    /** {@code NAME.html}: one page that makes images in any browser, offline. */
    HTML;

    /**
     * The formats of a list with commas.
     *
     * @throws IllegalArgumentException when one is unknown
     */
    public static Set<ExportFormat> named(String list) {
        Set<ExportFormat> found = EnumSet.noneOf(ExportFormat.class);
        for (String name : list.split(",", -1)) {
            ExportFormat[] known = Arrays.stream(values())
                    .filter(format -> format.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .toArray(ExportFormat[]::new);
            if (known.length == 0)
                throw new IllegalArgumentException("unknown format '" + name.strip() + "'; known formats: "
                        + Arrays.stream(values()).map(ExportFormat::toString).collect(Collectors.joining(", "))
                        + Suggestions.didYouMean(name, List.of("onnx", "torchscript", "safetensors", "html")));
            found.addAll(List.of(known));
        }
        return found;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
