package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.Arithmetic;
import io.github.gan4j.explore.ArithmeticFigure;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.explore.Maker;
import io.github.gan4j.explore.Measured;
import io.github.gan4j.explore.Measures;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gan4j mix --plus … --minus …}. */
record MixedConcepts(Maker maker, int samples, double spread) {
    /** So many of the measured samples stand for a concept such as {@code most:slant}. */
    private static final int EXTREMES = 3;

    void write(List<String> plus, List<String> minus, Path target, PrintWriter screen) throws IOException {
        Arithmetic sum = Arithmetic.of(concepts(plus), concepts(minus));
        ImageFile.writePng(Targets.withFolder(target), ArithmeticFigure.of(sum, spread, maker::pictures));
        ObjectNode numbers = Json.object();
        numbers.set("plus", Json.tree(plus));
        numbers.set("minus", Json.tree(minus));
        numbers.put("spread", spread);
        Path beside = Targets.beside(target, ".json");
        LatentFile.write(beside, numbers, List.of(sum.result()));
        screen.println("the result of %d concepts: %s and its latent %s"
                .formatted(sum.terms().size(), target, beside));
    }

    private List<List<float[]>> concepts(List<String> texts) throws IOException {
        List<List<float[]>> concepts = new ArrayList<>();
        for (String text : texts) concepts.add(concept(text));
        return concepts;
    }

    private List<float[]> concept(String text) throws IOException {
        if (text.startsWith("most:")) return measured(text).most(EXTREMES);
        if (text.startsWith("least:")) return measured(text).least(EXTREMES);
        if (text.endsWith(".json"))
            return LatentFile.read(
                    Path.of(text), maker.generator().plan().latent().size());
        return new Seeds.Converter()
                .convert(text).values().stream()
                        .map(maker.generator().latents()::of)
                        .toList();
    }

    private Measured measured(String text) {
        return maker.measured(
                MixedDirection.FIRST_SEED, samples, Measures.named(text.substring(text.indexOf(':') + 1)));
    }
}
