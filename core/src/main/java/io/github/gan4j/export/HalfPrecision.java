package io.github.gan4j.export;

/** Numbers of 16 bits (IEEE 754 binary16): 5 bits of exponent, 10 of mantissa, at most 65504. */
final class HalfPrecision {
    /** The greatest number. */
    static final float MOST = 65504;

    private HalfPrecision() {}

    /**
     * The nearest one's bits, ties to even.
     *
     * @throws IllegalArgumentException when the number is too large or no number
     */
    static short bits(float value) {
        if (!(Math.abs(value) <= MOST))
            throw new IllegalArgumentException(
                    "a weight is " + value + ", which has no form in 16 bits (at most " + MOST + "); leave out --half");
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (size < 0x1p-14f) return (short) (sign | (int) Math.rint(size * 0x1p24));
        int bits = Float.floatToRawIntBits(size);
        // rounded to 10 bits of mantissa; what overflows goes on into the exponent, as it should
        int rounded = bits + 0xFFF + (bits >>> 13 & 1);
        return (short) (sign | rounded - (112 << 23) >>> 13);
    }
}
