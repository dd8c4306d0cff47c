package io.github.gan4j.benchmarks;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.files.StoredZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small sound files of every kind that is read, from which damaged ones are made. */
record FuzzSeeds(Path checkout) {
    private static final String RESOURCES = "src/test/resources/io/github/gan4j";

    private static final int SIDE = 6;

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Images that Pillow wrote, with one of these endings. */
    List<byte[]> images(String endings) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(files("pillow-images.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().matches(".*\\.(" + endings + ")")
                        && !entry.getName().contains(".expected.")) found.add(zip.readAllBytes());
        }
        if (found.isEmpty()) throw new IOException("no images of " + endings);
        return found;
    }

    List<byte[]> pytorch() throws IOException {
        return List.of(
                Files.readAllBytes(files("pytorch/everything.pth")), Files.readAllBytes(files("pytorch/netG.pth")));
    }

    private Path files(String name) {
        return checkout.resolve("core").resolve(RESOURCES).resolve("files").resolve(name);
    }

    /** What pyarrow wrote: with and without compression, dictionaries, both kinds of pages. */
    List<byte[]> parquet() throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (String name : List.of("train-00000-of-00002", "binary", "odd", "cifar", "flags"))
            found.add(Files.readAllBytes(checkout.resolve("parquet")
                    .resolve(RESOURCES)
                    .resolve("parquet")
                    .resolve(name + ".parquet")));
        return found;
    }

    static byte[] png(int grey) throws IOException {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (grey + 5 * i);
        return ImageFile.png(new Picture(SIDE, SIDE, 1, pixels));
    }

    static Map<String, byte[]> packed() throws IOException {
        return Map.of(
                "a/1.png", png(1),
                "a/2.png", png(50),
                "b/3.png", png(99),
                "dataset.json", text("{\"labels\": [[\"a/1.png\", 0], [\"a/2.png\", 1], [\"b/3.png\", 1]]}"));
    }

    static List<byte[]> zips() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream(), deflated = new ByteArrayOutputStream();
        try (StoredZip zip = new StoredZip(stored);
                ZipOutputStream packing = new ZipOutputStream(deflated)) {
            for (Map.Entry<String, byte[]> entry : packed().entrySet()) {
                zip.add(entry.getKey(), entry.getValue());
                packing.putNextEntry(new ZipEntry(entry.getKey()));
                packing.write(entry.getValue());
            }
        }
        return List.of(stored.toByteArray(), deflated.toByteArray());
    }

    static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : packed().entrySet()) {
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                header.setSize(entry.getValue().length);
                tar.putArchiveEntry(header);
                tar.write(entry.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] npy(String type, boolean fortran, String shape, int bytes) {
        String header = "{'descr': " + type + ", 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + shape + "), }";
        String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + padded.length() + bytes);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.put((byte) padded.length()).put((byte) (padded.length() >> 8)).put(text(padded));
        if (type.contains("u1"))
            for (int i = 0; i < bytes; i++) file.put((byte) (7 * i)); // others stay 0, which is in range
        return file.array();
    }

    static byte[] npz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("train_images.npy"));
            zip.write(npy("'|u1'", false, "3, 8, 8, 3", 576));
            zip.putNextEntry(new ZipEntry("train_labels.npy"));
            zip.write(npy("'|u1'", false, "3, 1", 3));
            zip.putNextEntry(new ZipEntry("class_names.npy"));
            zip.write(npy("'|S2'", false, "3,", 6));
        }
        return bytes.toByteArray();
    }

    static byte[] idx() {
        ByteBuffer file = ByteBuffer.allocate(16 + 3 * 25)
                .putInt(0x0803)
                .putInt(3)
                .putInt(5)
                .putInt(5);
        while (file.hasRemaining()) file.put((byte) file.remaining());
        return file.array();
    }

    static byte[] safetensors(Path place) throws IOException {
        Path file = place.resolve("seed.safetensors");
        Safetensors.write(
                file,
                Map.of(
                        "layer.weight", StoredTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                        "layer.bias", StoredTensor.of(new float[] {1, 2}, 2)),
                Map.of("format", "pt"));
        return Files.readAllBytes(file);
    }
}
