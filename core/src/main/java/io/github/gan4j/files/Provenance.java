package io.github.gan4j.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is needed to cite or repeat a result: the same block, under the key {@code provenance}, in every JSON file of
 * results and in the plan of a run folder.
 *
 * @param gan4j version
 * @param commit of the sources that gan4j was built from, with {@code -dirty} where they had been changed; empty where the
 *     build did not know
 * @param libtorch version, as the library itself states it; empty where nothing was computed with it
 * @param java version
 * @param system operating system and processor
 * @param command line; empty where a program called the library
 * @param date in UTC, to the second
 * @param seeds by what they decide
 * @param checksums by what they are of: data, samples, weights
 * @param lineage what of other runs and files a run started from, the oldest first; empty for random first weights
 */
public record Provenance(
        String gan4j,
        String commit,
        String libtorch,
        String java,
        String system,
        String command,
        String date,
        Map<String, Long> seeds,
        Map<String, String> checksums,
        Optional<List<String>> lineage) {
    /** The checksum of the data of a run. */
    public static final String DATA = "data";

    /** Of this block in results. */
    public static final String KEY = "provenance";

    private static final String COMMAND = "gan4j.command";

    public Provenance {
        seeds = new LinkedHashMap<>(seeds);
        checksums = new LinkedHashMap<>(checksums);
    }

    /** Of what this program makes now, without libtorch. */
    public static Provenance here() {
        BuildInfo build = BuildInfo.read();
        return new Provenance(
                build.version(),
                build.commit(),
                "",
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty(COMMAND, ""),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    /** The command line of everything that this program makes from now on. */
    public static void command(String line) {
        System.setProperty(COMMAND, line);
    }

    /** @param version as {@code Engine.version()} states it */
    public Provenance withLibtorch(String version) {
        return new Provenance(gan4j, commit, version, java, system, command, date, seeds, checksums, lineage);
    }

    /** With a seed, named by what it decides. */
    public Provenance withSeed(String what, long seed) {
        Map<String, Long> more = new LinkedHashMap<>(seeds);
        more.put(what, seed);
        return new Provenance(gan4j, commit, libtorch, java, system, command, date, more, checksums, lineage);
    }

    /** With a checksum, named by what it is of. */
    public Provenance withChecksum(String what, String sum) {
        Map<String, String> more = new LinkedHashMap<>(checksums);
        more.put(what, sum);
        return new Provenance(gan4j, commit, libtorch, java, system, command, date, seeds, more, lineage);
    }

    /** With what a run started from. */
    public Provenance withLineage(List<String> steps) {
        Optional<List<String>> known = steps.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(steps));
        return new Provenance(gan4j, commit, libtorch, java, system, command, date, seeds, checksums, known);
    }

    /** The lineage in a run's written plan. */
    public static List<String> lineage(ObjectNode plan) {
        List<String> steps = new ArrayList<>();
        plan.path(KEY).path("lineage").forEach(step -> steps.add(step.asText()));
        return steps;
    }

    /** The version of gan4j in a run's written plan, if it has one. */
    public static Optional<String> version(ObjectNode plan) {
        return Optional.of(plan.path(KEY).path("gan4j").asText("")).filter(text -> !text.isEmpty());
    }

    /** With the seeds and checksums of another; what has the same name there and is different becomes {@code NAME #2}. */
    public Provenance joined(Provenance other) {
        return new Provenance(
                gan4j,
                commit,
                libtorch,
                java,
                system,
                command,
                date,
                joined(seeds, other.seeds),
                joined(checksums, other.checksums),
                lineage);
    }

    private static <T> Map<String, T> joined(Map<String, T> ours, Map<String, T> theirs) {
        Map<String, T> all = new LinkedHashMap<>(ours);
        theirs.forEach((name, value) -> {
            String free = name;
            for (int i = 2; !all.getOrDefault(free, value).equals(value); i++) free = name + " #" + i;
            all.put(free, value);
        });
        return all;
    }

    /** With the checksum of a file, under its name. */
    public Provenance withFile(Path file) throws IOException {
        return withChecksum(file.getFileName().toString(), Checksum.sha256(file).substring(0, 16));
    }

    /** With the weights of a checkpoint. */
    public Provenance with(Checkpoint checkpoint) throws IOException {
        return withChecksum(
                checkpoint.name(), Checksum.sha256(checkpoint.file()).substring(0, 16));
    }

    /** With the checksum of a file of a run, where it is there: {@code plan.yaml}, {@code events.jsonl}. */
    public Provenance withFileIfThere(Path file) throws IOException {
        return Files.isRegularFile(file) ? withFile(file) : this;
    }

    /** A result with this block at its end. */
    public ObjectNode onto(Object result) {
        ObjectNode tree = result instanceof ObjectNode object ? object : (ObjectNode) Json.tree(result);
        tree.set(KEY, Json.tree(this));
        return tree;
    }

    /** A result with this block, as text. */
    public String text(Object result) {
        return Json.text(onto(result));
    }

    /** Writes a result with this block, whole or not at all. */
    public void write(Path file, Object result) throws IOException {
        Json.write(file, onto(result));
    }

    /** The checksum of the data in a run's written plan, if it has one; folders of gan4j before 0.1 have it beside the versions. */
    public static Optional<String> dataChecksum(ObjectNode plan) {
        JsonNode written = plan.path(KEY);
        JsonNode sum = written.has("dataChecksum")
                ? written.path("dataChecksum")
                : written.path("checksums").path(DATA);
        return Optional.of(sum.asText("")).filter(text -> !text.isEmpty());
    }
}
