package io.github.gan4j.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What metrics say of some generated samples, and everything that decides whether it can be compared.
 *
 * @param about one line for people: whose samples these are
 * @param reals one line for people: what they were compared with
 * @param realsChecksum of the data that the reals are from
 * @param split which part of it the reals are, and which the floor is from
 * @param extractor its name, and how it prepares images
 * @param extractorHash identifies everything that decides what the extractor sees
 * @param leftOut metrics that could not be computed, with the reason
 * @param provenance what is needed to cite it; files of gan4j before 0.1 have none
 */
public record Evaluation(
        String about,
        String reals,
        String realsChecksum,
        String split,
        String extractor,
        String extractorHash,
        @JsonProperty("scores") List<Judgement> judgements,
        List<String> leftOut,
        Optional<Provenance> provenance) {
    public Evaluation {
        judgements = List.copyOf(judgements);
        leftOut = List.copyOf(leftOut);
    }

    /** The judgement by this name of a score. */
    public Optional<Judgement> judgement(String name) {
        return judgements.stream()
                .filter(judgement -> judgement.score().name().equals(name))
                .findFirst();
    }

    /** A table for people. */
    public String table() {
        Table table = new Table("metric", "score", "95 % interval", "floor", "better", "samples");
        judgements.forEach(judgement -> table.row(row(judgement)));
        StringBuilder text = new StringBuilder(about)
                .append("\nagainst    %s (%s)\nextractor  %s, hash %s\n\n"
                        .formatted(reals, split, extractor, extractorHash))
                .append(table.text())
                .append('\n');
        for (Judgement judgement : judgements)
            for (String note : judgement.score().notes())
                text.append(judgement.score().name()).append(": ").append(note).append('\n');
        leftOut.forEach(line -> text.append("left out: ").append(line).append('\n'));
        return text.toString();
    }

    /**
     * The evaluation in a file that holds its {@link Json#text}.
     *
     * @throws IOException in one line, when it is something else
     */
    public static Evaluation read(Path file) throws IOException {
        return Json.read(file, Evaluation.class);
    }

    /** The same with more in its provenance. */
    public Evaluation with(UnaryOperator<Provenance> more) {
        return new Evaluation(
                about,
                reals,
                realsChecksum,
                split,
                extractor,
                extractorHash,
                judgements,
                leftOut,
                provenance.map(more));
    }

    private static List<String> row(Judgement judgement) {
        Score score = judgement.score();
        return List.of(
                Metrics.title(score.name()),
                Score.number(score.value()),
                score.interval().map(ConfidenceInterval::toString).orElse("-"),
                Score.number(judgement.floor().value()),
                score.better().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                score.reals() > 0 ? score.fakes() + " / " + score.reals() : "" + score.fakes());
    }
}
