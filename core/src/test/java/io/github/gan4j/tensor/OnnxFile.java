package io.github.gan4j.tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small ONNX files for tests, part by part; the numbers of fields are those of onnx.proto, a size of 0 is left open. */
public final class OnnxFile {
    public static final int FLOAT = 1;
    public static final int INT64 = 7;

    /** A part of a graph, by the number of its field. */
    public record Part(int field, byte[] content) {}

    private OnnxFile() {}

    public static Path write(Path target, Part... parts) {
        Message graph = new Message().text(2, "tried");
        for (Part part : parts) graph.bytes(part.field, part.content);
        Message model = new Message()
                .number(1, 8)
                .bytes(8, new Message().number(2, 13).content())
                .bytes(7, graph.content());
        try {
            return Files.write(target, model.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Part input(String name, int type, long... shape) {
        return new Part(11, value(name, type, shape));
    }

    public static Part output(String name, int type, long... shape) {
        return new Part(12, value(name, type, shape));
    }

    /** {@code output = operation(inputs)}, {@code inputs} with commas between; whole numbers as attributes. */
    public static Part node(String operation, String inputs, String output, Part... attributes) {
        Message node = new Message();
        for (String input : inputs.split(",")) node.text(1, input);
        node.text(2, output).text(4, operation);
        for (Part attribute : attributes) node.bytes(attribute.field, attribute.content);
        return new Part(1, node.content());
    }

    public static Part attribute(String name, long number) {
        return new Part(
                5, new Message().text(1, name).number(3, number).number(20, 2).content());
    }

    public static Part weights(String name, float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) raw.putFloat(value);
        return new Part(5, tensor(name, shape).bytes(9, raw.array()).content());
    }

    /** Weights that are in another file. */
    public static Part weightsIn(String file, String name, long... shape) {
        Message tensor = tensor(name, shape);
        for (List<String> entry : List.of(List.of("location", file), List.of("offset", "0")))
            tensor.bytes(
                    13,
                    new Message().text(1, entry.get(0)).text(2, entry.get(1)).content());
        return new Part(5, tensor.number(14, 1).content());
    }

    private static Message tensor(String name, long... shape) {
        Message tensor = new Message();
        for (long side : shape) tensor.number(1, side);
        return tensor.number(2, FLOAT).text(8, name);
    }

    private static byte[] value(String name, int type, long... shape) {
        Message sides = new Message();
        for (long side : shape)
            sides.bytes(
                    1, side == 0 ? new byte[0] : new Message().number(1, side).content());
        Message tensor = new Message().number(1, type).bytes(2, sides.content());
        return new Message()
                .text(1, name)
                .bytes(2, new Message().bytes(1, tensor.content()).content())
                .content();
    }

    /** Fields of protocol buffers, one after the other. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint(field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        private void varint(long value) {
            for (long rest = value; ; rest >>>= 7) {
                if (rest >>> 7 == 0) {
                    out.write((int) rest);
                    return;
                }
                out.write((int) (rest & 0x7f | 0x80));
            }
        }

        byte[] content() {
            return out.toByteArray();
        }
    }
}
