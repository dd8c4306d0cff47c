package io.github.gan4j.export;

import io.github.gan4j.model.Synthesizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network with what its files say of it.
 *
 * @param name of the files, as in {@code generator}
 * @param network that is exported
 * @param side the usual height and width of images where they may have any size; else of no use
 * @param task of model hubs, as in {@code unconditional-image-generation}
 * @param facts for people, by their names: what it was trained on, for how long, by which version
 * @param scores lines of Markdown about how good it is
 * @param generator with its latents, for a page; empty for other networks
 */
public record ExportSubject(
        String name,
        ExportedNetwork network,
        long side,
        String task,
        Map<String, String> facts,
        List<String> scores,
        Optional<Synthesizer> generator) {

    /** A network of one's own. */
    public static ExportSubject of(String name, ExportedNetwork network, long side) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,63}"))
            throw new IllegalArgumentException(
                    "the name of an export must be letters, digits, - and _, at most 64 of them; got '" + name + "'");
        return new ExportSubject(name, network, side, "other", Map.of(), List.of(), Optional.empty());
    }

    /** The same without a page: of several generators only all together make what the run makes. */
    ExportSubject without() {
        return new ExportSubject(name, network, side, task, facts, scores, Optional.empty());
    }

    /** The same for images of the usual size only. */
    ExportSubject sized() {
        return new ExportSubject(name, network.sized(side, side), side, task, facts, scores, generator);
    }
}
