package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.BuildInfo;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.Json;
import io.github.gan4j.overview.RunCard;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cards of a large folder of runs from one studio to the next, in the user's folder for caches: to read a thousand runs
 * takes seconds. A card counts as long as nothing of its run has changed, and is of use to the same build of gan4j alone.
 */
final class KeptCards {
    /** Fewer are read as fast. */
    private static final int FEWEST = 50;

    private static final long MOST_BYTES = 64 << 20;

    private static final String BUILD = "build", RUNS = "runs", STAMP = "stamp", CARD = "card";

    private final CacheFolder cache;
    private final String name;
    private final String build;

    /** @param stamp of the files of the run when the card was read */
    record Kept(FileStamp stamp, RunCard card) {}

    /** Those of the runs in a folder. */
    KeptCards(Path runs) {
        this(CacheFolder.usual(), runs, build());
    }

    KeptCards(CacheFolder cache, Path runs, String build) {
        this.cache = cache;
        this.build = build;
        byte[] place = runs.toString().getBytes(StandardCharsets.UTF_8);
        name = "runs-" + Checksum.sha256(place).substring(0, 16) + ".json";
    }

    /** Tells apart what was built at different times, also where no number of a version was changed. */
    private static String build() {
        BuildInfo info = BuildInfo.read();
        try {
            Path code = Path.of(RunCard.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return info.version() + " " + info.commit() + " " + Files.getLastModifiedTime(code);
        } catch (IOException
                | URISyntaxException
                | IllegalArgumentException
                | FileSystemNotFoundException
                | SecurityException unknown) {
            return info.version() + " " + info.commit();
        }
    }

    /** By the names of runs; none where there is nothing of use. */
    Map<String, Kept> read() {
        Map<String, Kept> kept = new HashMap<>();
        try {
            Optional<Path> file = cache.found(name);
            if (file.isEmpty() || Files.size(file.get()) > MOST_BYTES) return kept;
            ObjectNode all = Json.parse(Files.readAllBytes(file.get()));
            if (!all.path(BUILD).asText().equals(build)) return kept;
            for (Map.Entry<String, JsonNode> run : all.path(RUNS).properties())
                kept.put(
                        run.getKey(),
                        new Kept(
                                FileStamp.of(run.getValue().path(STAMP)),
                                RunCard.kept(run.getValue().path(CARD))));
        } catch (IOException | IllegalArgumentException damaged) {
            kept.clear();
        }
        return kept;
    }

    /** As far as there is a place for them. */
    void write(Map<String, Kept> cards) {
        if (cards.size() < FEWEST) return;
        ObjectNode all = Json.object().put(BUILD, build);
        ObjectNode runs = all.putObject(RUNS);
        cards.forEach((run, kept) -> {
            if (kept.stamp().settled() == FileStamp.NEVER) return;
            ObjectNode one = runs.putObject(run);
            one.set(STAMP, Json.tree(kept.stamp()));
            one.set(CARD, kept.card().toKeep());
        });
        try {
            AtomicFile.writeString(cache.file(name), all.toString());
        } catch (IOException full) {
            // they are read again the next time
        }
    }
}
