package io.github.gan4j.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.StoredZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The samples of one request.
 *
 * @param shape of a sample
 * @param values {@code [count, …]} flattened
 * @param seed of the first
 * @param labels class numbers; empty for a generator that is not class-conditional
 * @param names of the classes by their numbers
 */
record GeneratedSamples(SampleShape shape, float[] values, long seed, int[] labels, List<String> names) {
    private static final int COLUMNS = 10;

    int count() {
        return values.length / shape.size();
    }

    byte[] in(SampleFormat format) throws IOException {
        return switch (format) {
            case PNG -> EncodedImage.png(pictures().get(0));
            case JPEG -> EncodedImage.jpeg(pictures().get(0));
            case SHEET -> EncodedImage.png(Picture.grid(Pictures.legible(pictures()), Math.min(COLUMNS, count()), 2));
            case ZIP -> zip();
            case JSON -> json(true).toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private List<Picture> pictures() {
        return shape.pictures(values);
    }

    private byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StoredZip zip = new StoredZip(bytes)) {
            List<Picture> pictures = pictures();
            for (int i = 0; i < pictures.size(); i++) zip.add(fileName(i), EncodedImage.png(pictures.get(i)));
            zip.add("samples.json", json(false).toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private String fileName(int sample) {
        return seed + sample + ".png";
    }

    private ObjectNode json(boolean withValues) {
        ObjectNode all = Json.object();
        ArrayNode dimensions = all.putArray("shape");
        long[] batch = shape.dimensions(1);
        for (int i = 1; i < batch.length; i++) dimensions.add(batch[i]);
        ArrayNode samples = all.putArray("samples");
        for (int i = 0; i < count(); i++) {
            ObjectNode sample = samples.addObject().put("seed", seed + i);
            if (labels.length > 0) sample.put("class", names.get(labels[i]));
            if (withValues) {
                ArrayNode numbers = sample.putArray("values");
                for (int j = i * shape.size(); j < (i + 1) * shape.size(); j++) numbers.add(values[j]);
            } else {
                sample.put("file", fileName(i));
            }
        }
        return all;
    }
}
