package io.github.gan4j.numbers;

/** Where a share lies that was counted on a part of what there is, with 95 % confidence; both ends are from 0 to 1. */
public record ShareInterval(double low, double high) {
    /** The 97.5 % point of the normal distribution. */
    public static final double NORMAL = 1.959963984540054;

    /** Wilson's score interval (1927); honest near 0 and 1, too. */
    public static ShareInterval of(long hits, long count) {
        double share = (double) hits / count;
        double weight = NORMAL * NORMAL / count;
        double middle = (share + weight / 2) / (1 + weight);
        double half = NORMAL * Math.sqrt(share * (1 - share) / count + weight / (4 * count)) / (1 + weight);
        // exactly none and all, which rounding would miss by a bit
        return new ShareInterval(
                hits == 0 ? 0 : Math.max(0, middle - half), hits == count ? 1 : Math.min(1, middle + half));
    }
}
