package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Belief;
import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.train.Snapshot;
import io.github.gan4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run at one of its checkpoints, verified. Written {@code RUN} for the newest intact one, {@code RUN@best} for the best by
 * the metric of the plan, or {@code RUN@IMAGES} for the one at that number of images seen.
 */
public record RunMoment(RunFolder run, Checkpoint checkpoint) {
    private static final String BEST = "best", PROCESSES = "processes";

    /**
     * The checkpoint that a text names.
     *
     * @param notice hears one line about each newer checkpoint that is damaged
     * @throws IllegalArgumentException when what follows the @ is neither a number of images nor {@code best}
     * @throws IOException in one line, when there is no such run or checkpoint, or it is damaged
     */
    public static RunMoment named(String text, Consumer<String> notice) throws IOException {
        int at = Files.exists(Path.of(text)) ? -1 : text.lastIndexOf('@');
        if (at < 0) return newest(Path.of(text), notice);
        RunFolder run = RunFolder.open(Path.of(text.substring(0, at)));
        String moment = text.substring(at + 1);
        if (moment.equals(BEST)) return new RunMoment(run, Trained.best(run, "fid"));
        if (!moment.matches("\\d{1,18}"))
            throw new IllegalArgumentException(
                    "RUN@ must be followed by a number of images or by best, got '" + text + "'");
        return new RunMoment(run, at(run, Long.parseLong(moment)));
    }

    private static Checkpoint at(RunFolder run, long images) throws IOException {
        if (!run.checkpoints().list().contains(images))
            throw new IOException(run.path() + ": has no checkpoint at " + images + " images; it has some at "
                    + run.checkpoints().list());
        return run.checkpoints().open(images);
    }

    /** The newest intact checkpoint of a run. */
    public static RunMoment newest(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return new RunMoment(folder, folder.checkpoints().newestIntact(notice));
    }

    /** The plan that the run followed at this checkpoint. */
    public Plan plan() {
        return Draft.empty().over(checkpoint.metadata().path("plan").asText()).plan();
    }

    /** Everything that a training needs to go on from here. */
    public Snapshot snapshot() throws IOException {
        JsonNode json = checkpoint.metadata();
        Optional<Belief> belief = json.has("belief")
                ? Optional.of(new Belief(
                        json.at("/belief/pReal").asDouble(),
                        json.at("/belief/pFake").asDouble(),
                        json.at("/belief/realError").asDouble(),
                        json.at("/belief/fakeError").asDouble(),
                        json.at("/belief/realSign").asDouble()))
                : Optional.empty();
        return new Snapshot(
                checkpoint.read().tensors(),
                new Snapshot.Numbers(
                        checkpoint.step(),
                        checkpoint.imagesSeen(),
                        json.path("seconds").asDouble(),
                        map(json.path("optimizerSteps"), JsonNode::asLong),
                        map(json.path("behind"), JsonNode::asDouble),
                        belief,
                        json.path("augmented").asDouble(),
                        processes()));
    }

    /** How many processes had trained it together. */
    public int processes() {
        return checkpoint.metadata().path(PROCESSES).asInt(1);
    }

    /** What a checkpoint's JSON says beside the arrays: the numbers of a snapshot, and the plan that they belong to. */
    public static ObjectNode metadata(Snapshot.Numbers numbers, Plan plan) {
        ObjectNode json = Json.object().put("seconds", numbers.seconds());
        ObjectNode steps = json.putObject("optimizerSteps");
        numbers.optimizerSteps().forEach(steps::put);
        ObjectNode behind = json.putObject("behind");
        numbers.behind().forEach(behind::put);
        numbers.belief().ifPresent(belief -> json.set("belief", Json.tree(belief)));
        if (numbers.augmented() > 0) json.put("augmented", numbers.augmented());
        if (numbers.processes() > 1) json.put(PROCESSES, numbers.processes());
        return json.put("plan", plan.toYaml());
    }

    /**
     * A training that goes on from here by a plan, which need not be that of the checkpoint; the caller closes it. This is
     * the one way on from a checkpoint: of resumed runs, of branches and of what the doctor tries.
     *
     * @param plan completed
     * @throws IOException when the plan's networks, averages or optimizers hold other arrays than the checkpoint
     */
    public Training training(Plan plan, Samples samples) throws IOException {
        Training training = Assembly.training(plan, samples);
        try {
            snapshot().restore(training);
            return training;
        } catch (IOException | RuntimeException e) {
            training.close();
            throw e;
        }
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        object.properties().forEach(e -> map.put(e.getKey(), value.apply(e.getValue())));
        return map;
    }

    @Override
    public String toString() {
        return run.path() + "@" + checkpoint.imagesSeen();
    }
}
