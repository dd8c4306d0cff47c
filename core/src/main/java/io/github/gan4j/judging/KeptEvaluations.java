package io.github.gan4j.judging;

import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Evaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluations of a run's samples that stay in its folder, one for each checkpoint: {@code evaluations/000012800.json}. */
public record KeptEvaluations(RunFolder folder) {
    private static final Pattern CHECKPOINT = Pattern.compile("checkpoints/(\\d{9,18})\\.safetensors");

    /**
     * Keeps an evaluation of samples of this run, in the place of an earlier one of the same checkpoint. One that does not
     * say which checkpoint made the samples is not kept.
     */
    public void keep(Evaluation evaluation) throws IOException {
        OptionalLong moment = moment(evaluation);
        if (moment.isEmpty()) return;
        if (!Files.isDirectory(folder.evaluations(), LinkOption.NOFOLLOW_LINKS))
            Files.createDirectory(folder.evaluations()); // never where the run folder is gone
        Json.write(folder.evaluation(moment.getAsLong()), evaluation);
    }

    /** The images seen at the checkpoint that made the samples, as the provenance has it. */
    static OptionalLong moment(Evaluation evaluation) {
        return evaluation.provenance().stream()
                .flatMap(provenance -> provenance.checksums().keySet().stream())
                .map(CHECKPOINT::matcher)
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    /**
     * The evaluation of the newest checkpoint that has one.
     *
     * @throws IOException in one line, when its file cannot be read or is something else
     */
    public Optional<Kept> newest() throws IOException {
        List<Long> moments = folder.evaluated();
        if (moments.isEmpty()) return Optional.empty();
        long moment = moments.get(moments.size() - 1);
        Path file = folder.evaluation(moment);
        if (Files.isSymbolicLink(folder.evaluations()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            throw new IOException(file + ": is not a plain file; links are not followed");
        return Optional.of(new Kept(moment, Evaluation.read(file)));
    }

    /**
     * An evaluation and its checkpoint.
     *
     * @param imagesSeen at the checkpoint that made the samples
     */
    public record Kept(long imagesSeen, Evaluation evaluation) {}
}
