package io.github.gan4j.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;

/** Bytes by which files are known, written as letters of Latin-1. */
public final class Magic {
    private Magic() {}

    /** Whether bytes begin with one of these. */
    public static Predicate<byte[]> starts(String... magics) {
        return head -> Arrays.stream(magics).anyMatch(magic -> at(head, 0, magic));
    }

    /** Whether bytes have this at an offset. */
    public static boolean at(byte[] head, int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + wanted.length;
        return head.length >= end && Arrays.equals(head, offset, end, wanted, 0, wanted.length);
    }

    /** Whether none of the bytes is anything but 0. */
    public static boolean isZero(byte[] bytes) {
        for (byte each : bytes) if (each != 0) return false;
        return true;
    }
}
