package io.github.gan4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.model.TrainedRestorer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The fingerprints of a run folder: of values, not of names, which may change without a bit of a training changing. */
final class GoldenPrint {
    private static final int SHOWN = 8, MADE = 6;

    private GoldenPrint() {}

    /** By what was looked at: {@code weights}, {@code events}, {@code reals}, {@code pictures}, and what is made afterwards. */
    static Map<String, String> of(Path run) throws IOException {
        RunFolder folder = RunFolder.open(run);
        Map<String, String> prints = new LinkedHashMap<>();
        prints.put("weights", weights(folder));
        prints.put("events", events(folder));
        if (Files.exists(folder.reals())) prints.put("reals", pixels(folder.reals()));
        prints.put("pictures", pictures(folder.samples()));
        if (Files.isDirectory(run.resolve("out"))) prints.put("numbered", pictures(run.resolve("out")));
        made(run, prints);
        return prints;
    }

    /** The tensors of the last checkpoint, in an order that does not depend on their names. */
    private static String weights(RunFolder folder) throws IOException {
        List<String> prints = new ArrayList<>();
        for (StoredTensor tensor :
                folder.checkpoints().newestIntact(line -> {}).read().tensors().values())
            prints.add(print(digest -> digest.update(tensor.data())));
        Collections.sort(prints);
        return print(digest -> prints.forEach(one -> digest.update(one.getBytes())));
    }

    /** The numbers of each event in order of size, without those that a clock decides. */
    private static String events(RunFolder folder) throws IOException {
        List<ObjectNode> events = JsonLines.read(folder.events());
        return print(digest -> {
            for (ObjectNode event : events) {
                List<Double> numbers = new ArrayList<>();
                collect(event, numbers);
                Collections.sort(numbers);
                numbers.forEach(number -> digest.update(bytes(number)));
                digest.update((byte) '\n');
            }
        });
    }

    private static void collect(JsonNode node, List<Double> numbers) {
        node.properties().forEach(field -> {
            if (field.getKey().toLowerCase(Locale.ROOT).contains("second")) return;
            JsonNode value = field.getValue();
            if (value.isObject()) collect(value, numbers);
            if (value.isNumber()) numbers.add(value.doubleValue());
            if (value.isNull()) numbers.add(Double.NaN);
        });
    }

    private static String pictures(Path folder) throws IOException {
        List<String> prints = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".png"))
                    .sorted()
                    .toList()) prints.add(pixels(file));
        }
        return String.join(",", prints);
    }

    private static String pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return print(digest -> {
            digest.update(bytes(image.getWidth()));
            for (int pixel : pixels) digest.update(bytes(pixel));
        });
    }

    /** What the library makes of the checkpoint; what a run is not made for is refused and left out. */
    private static void made(Path run, Map<String, String> prints) {
        made(prints, "samples", () -> {
            try (TrainedGenerator generator = TrainedGenerator.open(run)) {
                return generator.samples(generator.latents().of(0, MADE));
            }
        });
        made(prints, "restored", () -> {
            try (TrainedRestorer restorer = TrainedRestorer.open(run, line -> {})) {
                return restorer.restored(image(restorer.channels() * 24 * 32), 24, 32);
            }
        });
        made(prints, "redrawn", () -> {
            try (TrainedRedrawer redrawer = TrainedRedrawer.open(run, line -> {})) {
                return redrawer.redrawn(image(MADE * redrawer.shape().size()), new int[] {0, 1, 2, 0, 1, 2});
            }
        });
        made(prints, "probabilities", () -> {
            try (TrainedClassifier classifier = TrainedClassifier.open(run, line -> {})) {
                return classifier.probabilities(image(MADE * classifier.shape().size()));
            }
        });
    }

    private static void made(Map<String, String> prints, String name, Maker maker) {
        try {
            float[] values = maker.make();
            prints.put(name, print(digest -> {
                for (float value : values) digest.update(bytes(value));
            }));
        } catch (IOException | IllegalArgumentException notMadeForIt) {
            // its absence stands in the record
        }
    }

    private static float[] image(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = (i * 37 % 101) / 50f - 1;
        return values;
    }

    private static ByteBuffer bytes(double value) {
        return ByteBuffer.allocate(8).putLong(Double.doubleToLongBits(value)).flip();
    }

    private static String print(Printed values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            values.into(digest);
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), SHOWN / 2));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @FunctionalInterface
    private interface Maker {
        float[] make() throws IOException;
    }

    @FunctionalInterface
    private interface Printed {
        void into(MessageDigest digest);
    }
}
