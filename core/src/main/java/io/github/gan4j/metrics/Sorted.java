package io.github.gan4j.metrics;

import java.util.Arrays;

/** Numbers on a line in ascending order, each with the block of samples that it belongs to. */
record Sorted(double[] numbers, int[] blocks) {
    /** Part {@code part} of several lists of {@code count} numbers that lie one behind the other. */
    static Sorted part(double[] lists, int part, int count, int[] blocks) {
        double[] numbers = Arrays.copyOfRange(lists, part * count, (part + 1) * count);
        double[] ordered = numbers.clone();
        Arrays.sort(ordered);
        int[] found = new int[count];
        int[] taken = new int[count];
        for (int row = 0; row < count; row++) {
            int place = first(ordered, numbers[row]);
            found[place + taken[place]++] = blocks[row];
        }
        return new Sorted(ordered, found);
    }

    private static int first(double[] ordered, double number) {
        int low = 0;
        int high = ordered.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordered[middle] < number) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    double[] without(int block) {
        double[] left = new double[numbers.length];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) if (blocks[i] != block) left[count++] = numbers[i];
        return Arrays.copyOf(left, count);
    }

    /** Wasserstein-1: the area between the two distribution functions; the counts may differ. */
    static double distance(double[] first, double[] second) {
        if (first.length == second.length) {
            double sum = 0;
            for (int i = 0; i < first.length; i++) sum += Math.abs(first[i] - second[i]);
            return sum / first.length;
        }
        double area = 0;
        double before = Math.min(first[0], second[0]);
        for (int i = 0, j = 0; i < first.length || j < second.length; ) {
            boolean left = j == second.length || i < first.length && first[i] <= second[j];
            double here = left ? first[i] : second[j];
            area += (here - before) * Math.abs((double) i / first.length - (double) j / second.length);
            before = here;
            if (left) i++;
            else j++;
        }
        return area;
    }
}
