package io.github.gan4j.files;

import io.github.gan4j.numbers.Numbers;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An array in NumPy's format (versions 1 to 3), in either order of its axes. Numbers and
 * texts are read; objects, which are Python's pickles, and records are not.
 *
 * @param type as NumPy writes it, such as {@code |u1}, {@code <f4} or {@code <U12}
 * @param fortran whether the first axis runs fastest
 */
public record Npy(String type, boolean fortran, int[] shape) {
    private static final byte[] MAGIC = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE"), UTF_32BE = Charset.forName("UTF-32BE");
    private static final int MOST_HEADER = 1 << 16;
    private static final int MOST_AXES = 8;

    /** Floats of which the largest lies between 1 and this may be on either scale. */
    private static final int LEAST_OF_255 = 16;

    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^'\\p{Cntrl}]{0,40})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, L]*)\\)");
    private static final Pattern TEXTS = Pattern.compile("[<>|=]?[US][1-9][0-9]{0,3}");
    private static final Pattern NUMBERS = Pattern.compile("[<>|=]?(b1|[ui][1248]|f[248])");

    /** What is done with each number, in the order of the file. */
    private interface Sink {
        void accept(long at, double value) throws IOException;
    }

    /**
     * Reads what an array says of itself; the numbers come next in the stream.
     *
     * @throws IOException without a name, when it is no such array or not one of numbers
     */
    public static Npy header(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) throw new IOException("it does not begin like a NumPy array");
        int version = data.readUnsignedByte();
        data.readUnsignedByte();
        if (version < 1 || version > 3) throw new IOException("it is of version " + version + "; 1 to 3 are read");
        long length = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(data.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
        if (length > MOST_HEADER)
            throw new IOException("its header has " + length + " bytes; at most " + MOST_HEADER + " are read");
        byte[] text = data.readNBytes((int) length);
        if (text.length < length) throw new EOFException();
        return parsed(new String(text, StandardCharsets.UTF_8));
    }

    private static Npy parsed(String header) throws IOException {
        String type = found(TYPE, header, "type of numbers");
        if (type.contains("O"))
            throw new IOException("it holds Python objects, which are pickles and not read; save plain numbers");
        if (!NUMBERS.matcher(type).matches() && !TEXTS.matcher(type).matches())
            throw new IOException("its type " + type + " is not read; whole numbers, booleans, floats and texts are");
        String[] axes = found(SHAPE, header, "shape").replaceAll("[ L]", "").split(",");
        axes = axes.length == 1 && axes[0].isEmpty() ? new String[0] : axes;
        if (axes.length > MOST_AXES)
            throw new IOException("it has " + axes.length + " axes; at most " + MOST_AXES + " are read");
        int[] shape = new int[axes.length];
        for (int i = 0; i < shape.length; i++) {
            if (!axes[i].matches("[0-9]{1,9}"))
                throw new IOException("its shape is not read: " + String.join(",", axes));
            shape[i] = Integer.parseInt(axes[i]);
        }
        return new Npy(type, found(ORDER, header, "order of axes").equals("True"), shape);
    }

    private static String found(Pattern pattern, String header, String what) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) throw new IOException("its header does not tell the " + what);
        return matcher.group(1);
    }

    /** {@code 60000x28x28}. */
    public String size() {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining("x"));
    }

    /** Whether it holds texts and not numbers. */
    public boolean ofTexts() {
        return TEXTS.matcher(type).matches();
    }

    /** Of one number or text. */
    private int bytes() {
        int count = Integer.parseInt(type.replaceAll("\\D", ""));
        return kind() == 'U' ? 4 * count : count;
    }

    /** How many numbers there are behind each place of the first axis; may be too many for an array. */
    public long rowLength() {
        long length = 1;
        for (int axis = 1; axis < shape.length && length <= Integer.MAX_VALUE; axis++) length *= shape[axis];
        return length;
    }

    private void require(long available) throws IOException {
        long row = rowLength();
        if (shape.length == 0 || shape[0] == 0 || row == 0) throw new IOException("it is empty (" + size() + ")");
        if (row > Integer.MAX_VALUE - 64 || row * shape[0] > available / bytes())
            throw new IOException("expected more than the " + available + " bytes there are for " + size()
                    + " numbers of type " + type + "; is it truncated?");
    }

    /**
     * The numbers as shades from 0 to 255, an array for each place of the first axis, whose own axes run last fastest.
     * Booleans are black and white; floats are from 0 to 1, or from 0 to 255, which is said.
     *
     * @param available how many bytes there can be at most, so that nothing is allocated for a mere claim
     * @throws IOException without a name, when there are fewer numbers, or others
     */
    public byte[][] shades(InputStream in, long available, Consumer<String> warn) throws IOException {
        require(available);
        if (ofTexts()) throw new IOException("it holds texts (" + type + "), not numbers");
        byte[][] rows = new byte[shape[0]][(int) rowLength()];
        if (kind() == 'f') return floats(rows, in, warn);
        int factor = kind() == 'b' ? 255 : 1;
        each(in, (at, value) -> {
            double shade = value * factor;
            if (shade < 0 || shade > 255)
                throw new IOException("its numbers must be within 0 and 255; got " + (long) value);
            rows[row(at)][within(at)] = (byte) shade;
        });
        return rows;
    }

    private byte[][] floats(byte[][] rows, InputStream in, Consumer<String> warn) throws IOException {
        double[] most = {0};
        each(in, (at, value) -> {
            if (!(value >= 0 && value <= 255)) throw new IOException(range(value));
            if (value > 1 && most[0] <= 1) asWhole(rows);
            most[0] = Math.max(most[0], value);
            rows[row(at)][within(at)] = (byte) Math.round(most[0] > 1 ? value : 255 * value);
        });
        if (most[0] > 1 && most[0] < LEAST_OF_255) throw new IOException(range(most[0]));
        if (most[0] > 1) warn.accept("its floats reach " + most[0] + ", so they are taken for shades from 0 to 255");
        return rows;
    }

    /** Shades of floats up to 1 turn out to be ones of 255: each is 0 or 1 of them. */
    private static void asWhole(byte[][] rows) {
        for (byte[] row : rows) for (int i = 0; i < row.length; i++) row[i] = (byte) (row[i] < 0 ? 1 : 0);
    }

    private static String range(double value) {
        return "its floats must be from 0 to 1, or from 0 to 255; got " + value
                + (value < 0 && value >= -1
                        ? "; save (x + 1) / 2 in place of x from -1 to 1"
                        : value > 1 && value < LEAST_OF_255 ? ", which may be either; clip them to 1 or multiply" : "");
    }

    /**
     * The numbers as classes, one for each place of the first axis.
     *
     * @throws IOException as {@link #shades}; also when there is more than one number at a place, or one that is no class
     */
    public int[] classes(InputStream in, long available, int most) throws IOException {
        requireOne(available);
        if (ofTexts()) throw new IOException("it holds texts (" + type + "), not numbers");
        int[] classes = new int[shape[0]];
        each(in, (at, value) -> {
            if (value < 0 || value >= most || value != Math.rint(value))
                throw new IOException(
                        "classes must be whole numbers from 0 to " + (most - 1) + ", got " + Numbers.plain(value));
            classes[(int) at] = (int) value;
        });
        return classes;
    }

    private void requireOne(long available) throws IOException {
        require(available);
        if (rowLength() != 1) throw new IOException("it has " + rowLength() + " values for each image; a class is one");
    }

    /**
     * The texts, one for each place of the first axis, without the zeros that fill them up.
     *
     * @throws IOException without a name, when there are fewer, or several at a place, or bytes that are no text
     */
    public List<String> texts(InputStream in, long available) throws IOException {
        requireOne(available);
        Charset wide = type.startsWith(">") ? UTF_32BE : UTF_32LE;
        CharsetDecoder decoder = (kind() == 'U' ? wide : StandardCharsets.UTF_8).newDecoder();
        List<String> texts = new ArrayList<>();
        byte[] text = new byte[bytes()];
        for (int i = 0; i < shape[0]; i++) {
            if (in.readNBytes(text, 0, text.length) < text.length) throw new IOException(endsEarly());
            try {
                texts.add(decoder.decode(ByteBuffer.wrap(text)).toString().replaceAll("\0+$", ""));
            } catch (CharacterCodingException e) {
                throw new IOException("its text number " + i + " is not " + decoder.charset(), e);
            }
        }
        return texts;
    }

    private String endsEarly() {
        return "it ends before its " + size() + " values do; is it truncated?";
    }

    private char kind() {
        return type.charAt(Character.isLetter(type.charAt(0)) ? 0 : 1);
    }

    private void each(InputStream in, Sink sink) throws IOException {
        int bytes = bytes();
        long count = rowLength() * shape[0];
        byte[] piece = new byte[1 << 16];
        ByteBuffer numbers =
                ByteBuffer.wrap(piece).order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (long at = 0; at < count; ) {
            int wanted = (int) Math.min(piece.length / bytes, count - at);
            if (in.readNBytes(piece, 0, wanted * bytes) < wanted * bytes) throw new IOException(endsEarly());
            for (int i = 0; i < wanted; i++) sink.accept(at++, value(numbers, i * bytes, bytes));
        }
    }

    private double value(ByteBuffer numbers, int at, int bytes) {
        return switch (kind()) {
            case 'f' ->
                switch (bytes) {
                    case 2 -> StoredTensor.half(numbers.getShort(at));
                    case 4 -> numbers.getFloat(at);
                    default -> numbers.getDouble(at);
                };
            case 'i' ->
                switch (bytes) {
                    case 1 -> numbers.get(at);
                    case 2 -> numbers.getShort(at);
                    case 4 -> numbers.getInt(at);
                    default -> numbers.getLong(at);
                };
            default ->
                switch (bytes) {
                    case 1 -> numbers.get(at) & 0xff;
                    case 2 -> Short.toUnsignedInt(numbers.getShort(at));
                    case 4 -> Integer.toUnsignedLong(numbers.getInt(at));
                    default -> numbers.getLong(at);
                };
        };
    }

    private int row(long at) {
        return (int) (fortran ? at % shape[0] : at / rowLength());
    }

    /** The place within a row, last axis fastest. */
    private int within(long at) {
        if (!fortran) return (int) (at % rowLength());
        long rest = at / shape[0];
        long place = 0;
        long stride = rowLength();
        for (int axis = 1; axis < shape.length; axis++) {
            stride /= shape[axis];
            place += rest % shape[axis] * stride;
            rest /= shape[axis];
        }
        return (int) place;
    }
}
