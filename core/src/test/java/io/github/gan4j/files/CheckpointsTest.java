package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    Path folder;

    private Checkpoints checkpoints;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void create() throws IOException {
        checkpoints = RunFolder.create(folder.resolve("run")).checkpoints();
    }

    private void save(long... moments) throws IOException {
        for (long moment : moments)
            checkpoints.save(
                    moment,
                    moment / 64,
                    Map.of("w", StoredTensor.of(new float[] {moment, 1}, 2)),
                    Json.object().put("random", Long.MAX_VALUE - 1).put("rate", 2e-4f));
    }

    private Path file(String name) {
        return checkpoints.path().resolve(name);
    }

    @Test
    void a_checkpoint_is_read_back_as_it_was_saved() throws IOException {
        save(6400, 12800);
        Checkpoint newest = checkpoints.newestIntact(complaints::add);
        assertThat(newest.imagesSeen()).isEqualTo(12800);
        assertThat(newest.step()).isEqualTo(200);
        assertThat(newest.metadata().get("random").asLong()).isEqualTo(Long.MAX_VALUE - 1);
        assertThat(newest.metadata().get("rate").floatValue()).isEqualTo(2e-4f);
        assertThat(newest.read().tensors().get("w").floats()).containsExactly(12800, 1);
        assertThat(newest.file()).isEqualTo(file("000012800.safetensors"));
        assertThat(complaints).isEmpty();
        assertThat(checkpoints.list()).containsExactly(12800L, 6400L);
    }

    @Test
    void numbers_with_a_flipped_byte_are_refused_by_name_and_the_ones_before_used() throws IOException {
        save(6400, 12800);
        flip(file("000012800.safetensors"), 60);
        assertThat(checkpoints.newestIntact(complaints::add).imagesSeen()).isEqualTo(6400);
        assertThat(complaints)
                .containsExactly("checkpoints/000012800.safetensors: checksum differs from the one in its json;"
                        + " using checkpoints/000006400 instead");
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void every_cut_and_every_flip_of_either_file_is_noticed_or_harmless() throws IOException {
        save(6400, 12800);
        Checkpoint whole = checkpoints.open(12800);
        for (String name : List.of("000012800.safetensors", "000012800.json")) {
            byte[] bytes = Files.readAllBytes(file(name));
            for (int at = 0; at < bytes.length; at++) {
                byte[] flipped = bytes.clone();
                flipped[at] = (byte) (flipped[at] ^ 1 << at % 8);
                Files.write(file(name), flipped);
                requireNoticed(whole, name);
                Files.write(file(name), Arrays.copyOf(bytes, at));
                requireNoticed(whole, name);
            }
            Files.write(file(name), bytes);
        }
        assertThat(complaints).hasSizeGreaterThan(500).allMatch(line -> line.startsWith("checkpoints/000012800."));
    }

    /** A flip of a blank or a missing last line end changes nothing that is read. */
    private void requireNoticed(Checkpoint whole, String name) throws IOException {
        Checkpoint used = checkpoints.newestIntact(complaints::add);
        if (used.imagesSeen() == 6400) return;
        assertThat(name).endsWith(".json");
        assertThat(used).isEqualTo(whole);
    }

    @Test
    void what_cannot_be_read_for_the_moment_is_no_damage_and_stays() throws IOException {
        save(64, 128);
        Path file = file("000000128.safetensors"), aside = file("aside");
        Files.move(file, aside);
        Files.createSymbolicLink(file, file); // fails as a disk does that does not answer
        assertThatIOException().isThrownBy(() -> checkpoints.newestIntact(complaints::add));
        assertThat(complaints).isEmpty();
        Files.delete(file);
        Files.move(aside, file);
        assertThat(checkpoints.newestIntact(complaints::add).imagesSeen()).isEqualTo(128);
    }

    @Test
    void a_renamed_checkpoint_is_refused() throws IOException {
        save(64);
        Files.move(file("000000064.safetensors"), file("000000128.safetensors"));
        Files.move(file("000000064.json"), file("000000128.json"));
        assertThatIOException()
                .isThrownBy(() -> checkpoints.open(128))
                .withMessage("checkpoints/000000128.safetensors: was saved at 64 images and renamed since");
    }

    @Test
    void a_missing_half_is_named() throws IOException {
        save(64);
        Files.delete(file("000000064.safetensors"));
        assertThatIOException()
                .isThrownBy(() -> checkpoints.newestIntact(complaints::add))
                .withMessage(folder.resolve("run") + ": has no intact checkpoint, 1 damaged");
        assertThat(complaints).containsExactly("checkpoints/000000064.safetensors: is missing");
        assertThatIOException()
                .isThrownBy(() -> checkpoints.open(128))
                .withMessage("checkpoints/000000128.json: no such file or folder");
    }

    @Test
    void a_run_without_checkpoints_is_one_line() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> checkpoints.newestIntact(complaints::add))
                .withMessage(folder.resolve("run") + ": has no checkpoints yet");
        Files.delete(checkpoints.path());
        assertThatIOException()
                .isThrownBy(() -> checkpoints.newestIntact(complaints::add))
                .withMessage(folder.resolve("run") + ": has no checkpoints yet");
    }

    @Test
    void what_was_never_finished_does_not_count() throws IOException {
        save(64);
        Files.copy(file("000000064.safetensors"), file("000000128.safetensors"));
        Files.writeString(file("notes.json"), "{}");
        assertThat(checkpoints.list()).containsExactly(64L);
        checkpoints.removeLeftovers();
        assertThat(file("000000128.safetensors")).doesNotExist();
        assertThat(file("000000064.safetensors")).exists();
        assertThat(file("notes.json")).exists();
    }

    @Test
    void the_newest_few_and_the_named_ones_are_kept() throws IOException {
        save(64, 128, 192, 256, 320);
        checkpoints.prune(2, Set.of(128L));
        assertThat(checkpoints.list()).containsExactly(320L, 256L, 128L);
        assertThat(file("000000064.safetensors")).doesNotExist();
        checkpoints.dropAfter(256);
        assertThat(checkpoints.list()).containsExactly(256L, 128L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoints.prune(0, Set.of()))
                .withMessage("at least one checkpoint must be kept, got 0");
    }

    @Test
    void a_moment_saved_again_is_replaced() throws IOException {
        save(64);
        checkpoints.save(64, 9, Map.of("w", StoredTensor.of(new float[] {5})), Json.object());
        assertThat(checkpoints.open(64).step()).isEqualTo(9);
        assertThat(checkpoints.open(64).read().tensors().get("w").floats()).containsExactly(5);
    }
}
