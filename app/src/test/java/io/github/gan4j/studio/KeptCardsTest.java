package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.overview.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCardsTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);

    @TempDir
    Path folder;

    private CacheFolder cache;
    private Path runs;

    @BeforeEach
    void makeRuns() throws IOException {
        cache = new CacheFolder(folder.resolve("cache"));
        runs = folder.resolve("runs");
        for (int i = 0; i < 60; i++) run("run" + i);
    }

    private void run(String name) throws IOException {
        Path run = Files.createDirectories(runs.resolve(name));
        Files.writeString(run.resolve("plan.yaml"), "base: ring\nstop: {images: 1000}\n");
        Files.writeString(run.resolve("events.jsonl"), "{\"imagesSeen\": 250}\n");
        for (String file : new String[] {"plan.yaml", "events.jsonl", ""})
            Files.setLastModifiedTime(run.resolve(file), LONG_AGO);
    }

    private FileStamp stamp(String name) {
        RunFolder run = new RunFolder(runs.resolve(name));
        return FileStamp.of(run.events(), run.path(), run.plan());
    }

    private Map<String, KeptCards.Kept> cards() {
        Map<String, KeptCards.Kept> cards = new HashMap<>();
        for (int i = 0; i < 60; i++)
            cards.put(
                    "run" + i,
                    new KeptCards.Kept(
                            stamp("run" + i), RunCard.read("run" + i, new RunFolder(runs.resolve("run" + i)))));
        return cards;
    }

    @Test
    void cards_come_back_as_they_were_for_the_same_build_and_folder() {
        Map<String, KeptCards.Kept> before = cards();
        new KeptCards(cache, runs, "1").write(before);
        Map<String, KeptCards.Kept> after = new KeptCards(cache, runs, "1").read();
        assertThat(after).hasSize(60);
        after.forEach((name, kept) -> {
            RunCard card = before.get(name).card();
            assertThat(kept.stamp()).isEqualTo(stamp(name));
            assertThat(kept.card().copy().standing(kept.card().state(false)).toString())
                    .isEqualTo(card.copy().standing(card.state(false)).toString())
                    .contains("\"progress\":0.25");
        });
        assertThat(new KeptCards(cache, runs, "2").read()).isEmpty();
        assertThat(new KeptCards(cache, folder, "1").read()).isEmpty();
    }

    @Test
    void what_changed_just_now_may_change_again_and_is_read_again() throws IOException {
        Files.writeString(runs.resolve("run7/events.jsonl"), "{\"imagesSeen\": 500}\n");
        new KeptCards(cache, runs, "1").write(cards());
        assertThat(new KeptCards(cache, runs, "1").read()).hasSize(59).doesNotContainKey("run7");
    }

    @Test
    void a_damaged_file_is_as_good_as_none() throws IOException {
        KeptCards kept = new KeptCards(cache, runs, "1");
        kept.write(cards());
        Path file = cache.kept().get(0).file();
        String text = Files.readString(file);
        for (String damaged :
                new String[] {"", "[]", text.substring(0, text.length() / 2), text.replace("card", "cart")}) {
            Files.writeString(file, damaged);
            assertThat(kept.read()).isEmpty();
        }
    }
}
