package io.github.gan4j.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;

/**
 * Numbers with a shape as they lie in a file: row-major and little-endian.
 *
 * @param dtype F64, F32, F16, BF16, I64, I32, I16, I8, U8 or BOOL
 * @param shape one extent per axis; empty for a single number
 * @param data exactly the bytes of dtype times shape; shared, not copied
 */
public record StoredTensor(String dtype, long[] shape, ByteBuffer data) {
    private static final Map<String, Integer> SIZES =
            Map.of("F64", 8, "I64", 8, "F32", 4, "I32", 4, "F16", 2, "BF16", 2, "I16", 2, "I8", 1, "U8", 1, "BOOL", 1);

    public StoredTensor {
        long bytes = bytes(dtype, shape);
        if (data.remaining() != bytes)
            throw new IllegalArgumentException(
                    dtype + Arrays.toString(shape) + " has " + bytes + " bytes, got " + data.remaining());
        shape = shape.clone();
        data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A tensor of dtype F32. */
    public static StoredTensor of(float[] values, long... shape) {
        ByteBuffer data =
                ByteBuffer.allocate(Math.multiplyExact(values.length, 4)).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return of(data, shape);
    }

    /** A tensor of dtype F32 from its little-endian bytes, which are shared, not copied. */
    public static StoredTensor of(ByteBuffer floats, long... shape) {
        return new StoredTensor("F32", shape, floats);
    }

    /** The numbers of a tensor of dtype F32. */
    public float[] floats() {
        if (!dtype.equals("F32")) throw new IllegalStateException("expected a tensor of dtype F32, got " + dtype);
        float[] values = new float[data.remaining() / 4];
        data().asFloatBuffer().get(values);
        return values;
    }

    /** Whether the numbers are fractions of whatever width, which {@link #asFloats} reads. */
    public boolean isFloating() {
        return dtype.endsWith("F16") || dtype.equals("F32") || dtype.equals("F64");
    }

    /**
     * The numbers of a tensor of any floating dtype; those of F64 are rounded.
     *
     * @throws IllegalStateException when it {@link #isFloating is not} of one
     */
    public float[] asFloats() {
        ByteBuffer from = data();
        float[] values = new float[from.remaining() / size(dtype)];
        for (int i = 0; i < values.length; i++)
            values[i] = switch (dtype) {
                case "F32" -> from.getFloat();
                case "F64" -> (float) from.getDouble();
                case "BF16" -> Float.intBitsToFloat(from.getShort() << 16);
                case "F16" -> half(from.getShort());
                default -> throw new IllegalStateException("expected a floating dtype, got " + dtype);
            };
        return values;
    }

    /** IEEE 754 binary16; Java has this from version 20 on. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1f, fraction = bits & 0x3ff;
        float size = exponent == 0
                ? Math.scalb((float) fraction, -24)
                : exponent == 0x1f
                        ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                        : Math.scalb((float) (fraction | 0x400), exponent - 25);
        return bits < 0 ? -size : size;
    }

    /** A view of the data from its start, little-endian; its position is the caller's own. */
    public ByteBuffer data() {
        return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes of one number. */
    static int size(String dtype) {
        Integer size = SIZES.get(dtype);
        if (size == null)
            throw new IllegalArgumentException(
                    "unknown dtype '" + dtype + "'; known: " + String.join(", ", new TreeSet<>(SIZES.keySet())));
        return size;
    }

    /** The bytes that this dtype and shape take, checked for negative extents and overflow. */
    static long bytes(String dtype, long[] shape) {
        long bytes = size(dtype);
        try {
            for (long extent : shape) {
                if (extent < 0) throw new IllegalArgumentException("negative extent in " + Arrays.toString(shape));
                bytes = Math.multiplyExact(bytes, extent);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " is too large to count", e);
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredTensor that
                && dtype.equals(that.dtype)
                && Arrays.equals(shape, that.shape)
                && data.equals(that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * dtype.hashCode() + Arrays.hashCode(shape)) + data.hashCode();
    }

    @Override
    public String toString() {
        return dtype + Arrays.toString(shape);
    }
}
