package io.github.gan4j.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.files.Checkpoints;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Idx;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.Parquet;
import io.github.gan4j.files.PyTorchFile;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Damaged files for every reader, made from sound ones by a seed: each is read, or refused with a reason, and takes no more
 * memory than is stated. The first that is not is kept, and is an error in the end.
 */
final class Fuzz {
    /** An image has at most 16 384 pixels for each byte of its file, and a pixel up to 16 bytes in all copies on its way. */
    private static final int OF_IMAGES = 16_384 * 16;

    /** The decoder of WebP makes objects for each block, which live as long as it is looked at. */
    private static final int OF_WEBP = 16_384 * 128;

    /** Deflate packs at most a thousand to one; texts and arrays are copied some times. */
    private static final int OF_TEXTS = 4096;

    private static final int MOST_LINE = 2000;
    private static final int MOST_SHOWN = 5;
    private static final long SLOW_NANOS = 5_000_000_000L;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path place;
    private final FuzzSeeds seeds;
    private int unclean;

    private Fuzz(Path place, FuzzSeeds seeds) {
        this.place = place;
        this.seeds = seeds;
    }

    /** @param count of inputs, over all readers */
    static boolean measure(long count, long seed, String only) throws IOException {
        // images of a folder are read on this thread alone, where allocations are counted
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "0");
        Path checkout = Path.of(System.getProperty("gan4j.checkout", "."));
        Fuzz fuzz = new Fuzz(Files.createTempDirectory("gan4j-fuzz"), new FuzzSeeds(checkout));
        List<FuzzedReader> readers = fuzz.readers().stream()
                .filter(reader -> reader.name().contains(only))
                .toList();
        for (FuzzedReader reader : readers) fuzz.measure(reader, count / readers.size(), seed);
        if (fuzz.unclean == 0) Golden.delete(fuzz.place);
        return fuzz.unclean == 0;
    }

    private void measure(FuzzedReader reader, long count, long seed) throws IOException {
        Random random = new Random(seed ^ reader.name().hashCode());
        Mutation mutation = new Mutation(random);
        Path file = place.resolve(reader.name()).resolve(reader.ending());
        Files.createDirectories(file.getParent());
        long read = 0, refused = 0, largest = 0, slowest = 0;
        int bad = 0;
        for (byte[] sound : reader.seeds()) {
            Files.write(file, sound);
            reader.reading().of(file);
        }
        for (long at = 0; at < count; at++) {
            byte[] input =
                    mutation.of(reader.seeds().get(random.nextInt(reader.seeds().size())));
            Files.write(file, input);
            long before = THREADS.getCurrentThreadAllocatedBytes(), start = THREADS.getCurrentThreadCpuTime();
            String problem = "";
            try {
                reader.reading().of(file);
                read++;
            } catch (IOException | IllegalArgumentException e) {
                refused++;
                problem = line(e.getMessage());
            } catch (RuntimeException | Error e) {
                problem = e.toString() + " at " + e.getStackTrace()[0];
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before,
                    nanos = THREADS.getCurrentThreadCpuTime() - start;
            if (allocated > reader.most(input.length))
                problem = "allocates " + allocated + " bytes for a file of " + input.length;
            if (nanos > SLOW_NANOS) problem = "takes " + nanos / 1_000_000_000 + " s";
            largest = Math.max(largest, allocated);
            slowest = Math.max(slowest, nanos);
            if (!problem.isEmpty() && bad++ < MOST_SHOWN) {
                Path kept = Files.write(place.resolve(reader.name() + "-" + at), input);
                System.out.println(reader.name() + ": " + problem + ", see " + kept);
            }
        }
        unclean += bad;
        System.out.printf(
                Locale.ROOT,
                "%-12s %8d inputs: %8d read, %8d refused, %d unclean; most allocated %.1f MB (allowed %d MB + %d a byte), slowest"
                        + " %.0f ms%n",
                reader.name(),
                count,
                read,
                refused,
                bad,
                largest / 1e6,
                reader.least(),
                reader.multiple(),
                slowest / 1e6);
    }

    private static String line(String message) {
        if (message == null) return "no reason given";
        return message.length() > MOST_LINE ? "a line of " + message.length() + " characters" : "";
    }

    private List<FuzzedReader> readers() throws IOException {
        List<FuzzedReader> readers = new ArrayList<>();
        for (String kind : List.of("png", "jpg", "gif", "bmp", "tif", "webp", "p[bgp]m"))
            readers.add(new FuzzedReader(
                    kind.replace("[bgp]", "n"),
                    "image",
                    seeds.images(kind),
                    8,
                    kind.equals("webp") ? OF_WEBP : OF_IMAGES,
                    ImageFile::layers));
        FuzzedReader.Reading set = file -> DataSource.at(file).images(Part.TRAIN, line -> {});
        readers.add(new FuzzedReader("zip", "a.zip", FuzzSeeds.zips(), 16, OF_IMAGES, set));
        readers.add(new FuzzedReader("tar", "a.tar", List.of(FuzzSeeds.tar()), 16, OF_IMAGES, set));
        readers.add(new FuzzedReader("tgz", "a.tgz", List.of(FuzzSeeds.gzip(FuzzSeeds.tar())), 64, OF_IMAGES, set));
        Files.write(Files.createDirectories(place.resolve("shards")).resolve("a-000001.tar"), FuzzSeeds.tar());
        readers.add(new FuzzedReader(
                "shards", "a-000000.tar", List.of(FuzzSeeds.tar()), 32, OF_IMAGES, file -> set.of(file.getParent())));
        readers.add(new FuzzedReader("npz", "a.npz", List.of(FuzzSeeds.npz()), 8, OF_TEXTS, set));
        readers.add(new FuzzedReader(
                "npy",
                "a.npy",
                List.of(
                        FuzzSeeds.npy("'|u1'", false, "2, 6, 6", 72),
                        FuzzSeeds.npy("'<f4'", false, "2, 4, 4, 3", 384),
                        FuzzSeeds.npy("'<f2'", false, "2, 4, 4", 64),
                        FuzzSeeds.npy("'>u2'", true, "2, 5, 5", 100)),
                8,
                OF_TEXTS,
                set));
        if (Parquet.opener().isPresent())
            readers.add(new FuzzedReader("parquet", "a.parquet", seeds.parquet(), 16, OF_IMAGES, set));
        readers.add(new FuzzedReader("idx", "a-idx3-ubyte", List.of(FuzzSeeds.idx()), 4, OF_TEXTS, Idx::read));
        readers.add(new FuzzedReader(
                "idx-gz", "a-idx3-ubyte.gz", List.of(FuzzSeeds.gzip(FuzzSeeds.idx())), 4, OF_TEXTS, Idx::read));
        labels(readers);
        texts(readers);
        weights(readers);
        return readers;
    }

    private void labels(List<FuzzedReader> readers) throws IOException {
        String table = "file,label\na/1.png,cat\na/2.png,\"dog, wet\"\nb/3.png,cat\n";
        String bars = "sep=|\r\nname|class|split\r\n1.png|7|train\r\n2.png|8|train\r\n3.png|7|test\r\n";
        String lines =
                "{\"file_name\": \"a/1.png\", \"label\": \"cat\"}\n{\"file_name\": \"a/2.png\", \"label\": \"dog\"}\n"
                        + "{\"file_name\": \"b/3.png\", \"label\": \"cat\"}\n";
        Map<String, List<byte[]>> files = new LinkedHashMap<>();
        files.put("dataset.json", List.of(FuzzSeeds.packed().get("dataset.json")));
        files.put(
                "labels.csv",
                List.of(FuzzSeeds.text(table), FuzzSeeds.text(bars), table.getBytes(StandardCharsets.UTF_16LE)));
        files.put("labels.txt", List.of(FuzzSeeds.text("1.png 0\n2.png 1\n3.png 0\n")));
        files.put("metadata.jsonl", List.of(FuzzSeeds.text(lines)));
        for (Map.Entry<String, List<byte[]>> file : files.entrySet()) {
            Path folder = place.resolve(file.getKey());
            for (Map.Entry<String, byte[]> entry : FuzzSeeds.packed().entrySet()) {
                if (!entry.getKey().endsWith(".png")) continue;
                Path image = folder.resolve("set").resolve(entry.getKey());
                Files.createDirectories(image.getParent());
                Files.write(image, entry.getValue());
            }
            readers.add(new FuzzedReader(
                    file.getKey(), "set/" + file.getKey(), file.getValue(), 16, OF_TEXTS, read -> DataSource.at(
                                    read.getParent())
                            .images(Part.TRAIN, line -> {})));
        }
    }

    private static void texts(List<FuzzedReader> readers) {
        readers.add(new FuzzedReader(
                "points.csv",
                "points.csv",
                List.of(FuzzSeeds.text("x,y\n1,2\n3,4.5\n-1e-3,0\n")),
                8,
                OF_TEXTS,
                file -> new DataSource.Points(file.toString(), 0.02)
                        .samples(0, line -> {})
                        .batch(0, 2)));
        readers.add(new FuzzedReader(
                "latents",
                "latents.json",
                List.of(FuzzSeeds.text("{\"latents\": [[1, 2, 3], [0.5, -1, 1e-3]]}")),
                8,
                OF_TEXTS,
                file -> LatentFile.read(file, 3)));
        List<byte[]> plans = Presets.names().stream()
                .map(name -> FuzzSeeds.text(Presets.text(name)))
                .toList();
        readers.add(new FuzzedReader("plan", "plan.yaml", plans, 64, OF_TEXTS, file -> Plan.read(file)));
        readers.add(new FuzzedReader(
                "events",
                "events.jsonl",
                List.of(FuzzSeeds.text(
                        "{\"event\": \"start\", \"imagesSeen\": 0}\n{\"imagesSeen\": 64, \"loss\": [0.5, 1.25]}\n"
                                + "{\"imagesSeen\": 128, \"ending\": \"asked\"}\n")),
                8,
                OF_TEXTS,
                file -> {
                    JsonLines.read(file, line -> {});
                    new EventLog(file).news();
                    EventLog.last(file);
                }));
    }

    private void weights(List<FuzzedReader> readers) throws IOException {
        readers.add(new FuzzedReader(
                "safetensors", "a.safetensors", List.of(FuzzSeeds.safetensors(place)), 8, OF_TEXTS, Safetensors::read));
        readers.add(new FuzzedReader("pytorch", "a.pth", seeds.pytorch(), 16, OF_TEXTS, PyTorchFile::read));
        for (String ending : List.of("json", "safetensors")) {
            String name = "checkpoint-" + ending;
            Checkpoints checkpoints =
                    new Checkpoints(Files.createDirectories(place.resolve(name).resolve("checkpoints")));
            for (long moment : new long[] {64, 128})
                checkpoints.save(
                        moment,
                        1,
                        Map.of("w", StoredTensor.of(new float[] {moment, 2}, 2)),
                        Json.object().put("random", 7));
            String file = "checkpoints/000000128." + ending;
            List<byte[]> sound = List.of(Files.readAllBytes(place.resolve(name).resolve(file)));
            readers.add(new FuzzedReader(name, file, sound, 8, OF_TEXTS, path -> checkpoints.newestIntact(line -> {})));
        }
    }
}
