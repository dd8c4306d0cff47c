package io.github.gan4j.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.TensorBoardFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The event files of a run, read by a reader of its own that knows only the format. */
class TensorBoardTest {
    @TempDir
    Path folder;

    /** What is in a run's event files: numbers by tag and step, pictures by step, in the order in which they are read. */
    private static final class Read {
        final Map<String, Map<Long, Float>> numbers = new LinkedHashMap<>();
        final Map<Long, byte[]> pictures = new TreeMap<>();
        final List<Long> restarts = new ArrayList<>();
        int versions;

        static Read of(Path run) throws IOException {
            Read read = new Read();
            for (Path file : TensorBoardFile.in(run)) read.file(Files.readAllBytes(file));
            return read;
        }

        private void file(byte[] bytes) {
            ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            while (in.remaining() >= 12) {
                int length = (int) in.getLong(in.position());
                if (in.remaining() < 16 + length) return;
                assertThat(in.getInt(in.position() + 8)).isEqualTo(masked(bytes, in.position(), 8));
                assertThat(in.getInt(in.position() + 12 + length)).isEqualTo(masked(bytes, in.position() + 12, length));
                event(in.slice(in.position() + 12, length).order(ByteOrder.LITTLE_ENDIAN));
                in.position(in.position() + 16 + length);
            }
        }

        /** CRC-32C bit by bit, with TensorFlow's mask. */
        private static int masked(byte[] bytes, int from, int count) {
            int crc = -1;
            for (int i = from; i < from + count; i++) {
                crc ^= bytes[i] & 0xff;
                for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0x82f63b78;
            }
            crc = ~crc;
            return (crc >>> 15 | crc << 17) + 0xa282ead8;
        }

        private static long number(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 127) << shift;
                if (next >= 0) return value;
            }
        }

        /** The fields of a message: varints as Long, 64 and 32 bits as Double and Float, everything else as bytes. */
        private static List<Map.Entry<Integer, Object>> fields(ByteBuffer in) {
            List<Map.Entry<Integer, Object>> fields = new ArrayList<>();
            while (in.hasRemaining()) {
                long key = number(in);
                Object value =
                        switch ((int) key & 7) {
                            case 0 -> number(in);
                            case 1 -> in.getDouble();
                            case 5 -> in.getFloat();
                            default -> {
                                byte[] bytes = new byte[(int) number(in)];
                                in.get(bytes);
                                yield bytes;
                            }
                        };
                fields.add(Map.entry((int) (key >> 3), value));
            }
            return fields;
        }

        private static List<Map.Entry<Integer, Object>> fields(Object bytes) {
            return fields(ByteBuffer.wrap((byte[]) bytes).order(ByteOrder.LITTLE_ENDIAN));
        }

        private void event(ByteBuffer message) {
            long step = 0;
            for (var field : fields(message)) {
                if (field.getKey() == 2) step = (Long) field.getValue();
                if (field.getKey() == 3) {
                    assertThat((byte[]) field.getValue()).isEqualTo("brain.Event:2".getBytes(StandardCharsets.UTF_8));
                    versions++;
                }
                if (field.getKey() == 7) {
                    assertThat(fields(field.getValue())).containsExactly(Map.entry(1, 1L));
                    restarts.add(step);
                }
                if (field.getKey() == 5) for (var value : fields(field.getValue())) value(step, value.getValue());
            }
        }

        private void value(long step, Object message) {
            String tag = "";
            for (var field : fields(message)) {
                if (field.getKey() == 1) tag = new String((byte[]) field.getValue(), StandardCharsets.UTF_8);
                if (field.getKey() == 2)
                    assertThat(numbers.computeIfAbsent(tag, t -> new LinkedHashMap<>())
                                    .put(step, (Float) field.getValue()))
                            .as(tag + " at " + step)
                            .isNull();
                if (field.getKey() == 4)
                    for (var part : fields(field.getValue()))
                        if (part.getKey() == 4)
                            assertThat(pictures.put(step, (byte[]) part.getValue()))
                                    .isNull();
            }
        }
    }

    private static void requireAsEvents(Path run, Read read) throws IOException {
        Map<Long, Float> losses = new LinkedHashMap<>(), turns = new LinkedHashMap<>();
        for (ObjectNode event : JsonLines.read(run.resolve("events.jsonl"))) {
            long images = event.path("imagesSeen").asLong();
            losses.put(images, (float) event.path("generatorLoss").asDouble());
            turns.put(images, (float) event.at("/players/generator/turns").asDouble());
        }
        assertThat(read.numbers.get("generatorLoss")).isEqualTo(losses);
        assertThat(read.numbers.get("players/generator/turns")).isEqualTo(turns);
        assertThat(read.numbers.keySet()).doesNotContain("imagesSeen", "step");
    }

    @Test
    void a_run_is_there_with_all_its_numbers_and_pictures() throws IOException {
        Path run = folder.resolve("run");
        Runs.train(Plans.images(), run);
        Read read = Read.of(run);
        requireAsEvents(run, read);
        assertThat(read.versions).isEqualTo(1);
        assertThat(read.restarts).isEmpty();
        assertThat(read.pictures.keySet()).containsExactly(0L, 80L, 160L);
        assertThat(ImageFile.read(read.pictures.get(80L), "80"))
                .isEqualTo(ImageFile.read(run.resolve("samples/000000080.png")));
        assertThat(read.numbers.get("imagesPerSecond").values()).allMatch(speed -> speed > 0);
    }

    @Test
    void a_kill_within_a_frame_and_a_resume_leave_no_step_twice() throws IOException {
        Path run = folder.resolve("run");
        Runs.trainUntil(13, Plans.line(), run);
        // a kill after checkpoint 640: later events are there, and the last frame is cut
        new io.github.gan4j.files.RunFolder(run).checkpoints().dropAfter(640);
        Path file = TensorBoardFile.in(run).get(0);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 7);
        }
        assertThat(Read.of(run).numbers.get("generatorLoss")).containsKey(704L);
        Runs.resume(run);
        Read read = Read.of(run);
        requireAsEvents(run, read);
        assertThat(read.restarts).containsExactly(641L);
        assertThat(read.versions).isEqualTo(2);
        assertThat(TensorBoardFile.in(run)).hasSize(2);
        assertThat(read.pictures.keySet()).containsExactly(0L, 640L, 1280L);
    }

    @Test
    void it_can_be_switched_off() throws IOException {
        Path run = folder.resolve("run");
        Runs.train(Plans.with(Plans.line(), "record.tensorboard=false"), run);
        assertThat(TensorBoardFile.in(run)).isEmpty();
    }

    @Test
    void rare_numbers_of_any_size_and_damaged_files_do_no_harm() throws IOException {
        try (TensorBoardFile file = TensorBoardFile.begin(folder, 0)) {
            file.scalars(3, Map.of("a", 0.1));
            file.scalars(1L << 40, Map.of("ünïcode/tag", -1e30));
        }
        Files.write(
                folder.resolve("events.out.tfevents.0000000001.other"),
                new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, 0});
        TensorBoardFile.begin(folder, 5).close();
        Read read = Read.of(folder);
        assertThat(read.numbers.keySet()).containsExactly("a");
        assertThat(read.numbers.get("a").get(3L)).isCloseTo(0.1f, within(1e-7f));
        assertThat(read.restarts).containsExactly(6L);
    }
}
