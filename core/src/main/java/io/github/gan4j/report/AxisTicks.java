package io.github.gan4j.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round values along an axis and their labels, chosen as in the studio's page ({@code axis.js}). */
final class AxisTicks {
    private static final int FEWEST = 3;
    private static final double[] STEPS = {0.5, 1, 2, 2.5, 5, 10};
    /** Rounding errors of sums of steps. */
    private static final MathContext EXACT = new MathContext(12);

    private AxisTicks() {}

    /**
     * Multiples of a step of 1, 2, 2.5 or 5 times a power of ten from {@code low} to {@code high}, at least three of them.
     *
     * @param wanted about how many
     */
    static List<Double> linear(double low, double high, double wanted) {
        double rough = (high - low) / wanted;
        if (!(rough > 0) || Double.isInfinite(rough)) return List.of(low);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power < rough * 0.99) continue;
            List<Double> marks = between(low, high, step * power);
            if (marks.size() >= FEWEST) return marks;
        }
        for (int i = STEPS.length - 1; i >= 0; i--) {
            List<Double> marks = between(low, high, STEPS[i] * power);
            if (marks.size() >= FEWEST) return marks;
        }
        return List.of(low, high);
    }

    private static List<Double> between(double low, double high, double step) {
        long first = (long) Math.ceil(low / step - 1e-6), last = (long) Math.floor(high / step + 1e-6);
        List<Double> marks = new ArrayList<>();
        for (long i = first; i <= last && marks.size() < 100; i++) marks.add(exact(i * step));
        return marks;
    }

    private static double exact(double value) {
        return new BigDecimal(value, EXACT).doubleValue();
    }

    /** Powers of ten, with 2 and 5 times them where they are few; linear ones where even these are. Both ends are above 0. */
    static List<Double> logarithmic(double low, double high, double wanted) {
        List<Double> powers = new ArrayList<>(), more = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
            for (int times : new int[] {1, 2, 5}) {
                double mark = exact(times * Math.pow(10, power));
                if (mark < low * 0.999 || mark > high * 1.001) continue;
                more.add(mark);
                if (times == 1) powers.add(mark);
            }
        int stride = Math.max(1, (int) Math.ceil(powers.size() / (wanted + 1)));
        List<Double> sparse = new ArrayList<>();
        for (int i = 0; i < powers.size(); i += stride) sparse.add(powers.get(i));
        if (sparse.size() >= FEWEST) return sparse;
        return more.size() >= 2 ? more : linear(low, high, wanted);
    }

    /** A value as short as it is exact: {@code 0.25}, {@code 12 k}, {@code 3.4 M}, {@code 2e-5}. */
    static String label(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) return plain(value / 1e6) + " M";
        if (size >= 1e4) return plain(value / 1e3) + " k";
        if (size > 0 && size < 1e-3) {
            int power = (int) Math.floor(Math.log10(size) + 1e-9);
            return plain(value / Math.pow(10, power)) + "e" + power;
        }
        return plain(value);
    }

    private static String plain(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value, new MathContext(9)).stripTrailingZeros().toPlainString();
    }
}
