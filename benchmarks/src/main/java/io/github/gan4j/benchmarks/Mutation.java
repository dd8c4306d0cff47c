package io.github.gan4j.benchmarks;

import java.util.Arrays;
import java.util.Random;

/** Files that went wrong: flipped bits, cuts, foreign words, lengths of 0, −1 and beyond, blocks repeated, removed and moved. */
final class Mutation {
    private static final String[] WORDS = {
        "NaN",
        "1e400",
        "-1",
        "99999999999999999999",
        "null",
        "{}",
        "[[[[",
        "\"",
        "\u0000",
        "ä",
        ",",
        "\n",
        "true",
        "../",
        "\u001b[2J"
    };
    private static final int[] LENGTHS = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x10000, 0x7fff, 0xffff};
    private static final int MOST_STEPS = 4;

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] whole) {
        byte[] now = whole.clone();
        for (int step = random.nextInt(MOST_STEPS); step >= 0; step--) if (now.length > 0) now = step(now);
        return now;
    }

    private byte[] step(byte[] file) {
        int at = random.nextInt(file.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(file, at);
            case 1 -> number(file, at);
            case 2 -> joined(file, at, WORDS[random.nextInt(WORDS.length)].getBytes(), at);
            case 3 -> joined(file, at, new byte[0], Math.min(file.length, at + 1 + random.nextInt(16)));
            case 4 -> joined(file, at, block(file), at);
            case 5 -> joined(file, at, new byte[random.nextInt(32)], at);
            default -> bits(file);
        };
    }

    private byte[] bits(byte[] file) {
        for (int flips = random.nextInt(3); flips >= 0; flips--)
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        if (random.nextInt(4) == 0) file[random.nextInt(file.length)] = (byte) random.nextInt();
        return file;
    }

    /** A length as it may stand in a header, in either order of bytes. */
    private byte[] number(byte[] file, int at) {
        int value = LENGTHS[random.nextInt(LENGTHS.length)], bytes = random.nextBoolean() ? 4 : 2;
        boolean little = random.nextBoolean();
        for (int i = 0; i < bytes && at + i < file.length; i++)
            file[at + i] = (byte) (value >>> 8 * (little ? i : bytes - 1 - i));
        return file;
    }

    private byte[] block(byte[] file) {
        int from = random.nextInt(file.length);
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + 1 + random.nextInt(64)));
    }

    /** The file up to a place, then something else, then the file from another place on. */
    private static byte[] joined(byte[] file, int until, byte[] between, int from) {
        byte[] joined = Arrays.copyOf(file, until + between.length + file.length - from);
        System.arraycopy(between, 0, joined, until, between.length);
        System.arraycopy(file, from, joined, until + between.length, file.length - from);
        return joined;
    }
}
