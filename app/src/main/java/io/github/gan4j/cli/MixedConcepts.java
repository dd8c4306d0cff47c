package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.Arithmetic;
import io.github.gan4j.explore.ArithmeticFigure;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.model.Synthesizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gan4j mix --plus … --minus …}. */
record MixedConcepts(Synthesizer generator, Gauges gauges, int samples, double spread) {
    void write(List<Concept> plus, List<Concept> minus, Path target, PrintWriter screen) throws IOException {
        Arithmetic sum = Arithmetic.of(latents(plus), latents(minus));
        ImageFile.writePng(Targets.withFolder(target), ArithmeticFigure.of(sum, spread, generator::pictures));
        ObjectNode numbers = Json.object();
        numbers.set("plus", Json.tree(plus.stream().map(Concept::text).toList()));
        numbers.set("minus", Json.tree(minus.stream().map(Concept::text).toList()));
        numbers.put("spread", spread);
        Path beside = Targets.beside(target, ".json");
        LatentFile.write(beside, numbers, List.of(sum.result()));
        screen.println("the result of %d concepts: %s and its latent %s"
                .formatted(sum.terms().size(), target, beside));
    }

    private List<List<float[]>> latents(List<Concept> concepts) throws IOException {
        List<List<float[]>> latents = new ArrayList<>();
        for (Concept concept : concepts) latents.add(concept.latents(generator, gauges, samples));
        return latents;
    }
}
