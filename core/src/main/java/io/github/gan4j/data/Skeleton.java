package io.github.gan4j.data;

import java.util.Arrays;
import java.util.List;

/**
 * How a digit is written: strokes, each a row of knots {@code x,y} in a box of 100 by 100 whose y points down. The pen runs
 * smoothly through the knots of one stroke; a stroke that starts where another ended makes a corner.
 */
record Skeleton(float[][] strokes) {
    /** The ways to write each digit; the more common way comes first. */
    private static final List<List<Skeleton>> DIGITS = List.of(
            List.of(
                    of("56,1 32,9 19,36 20,68 36,96 60,97 79,74 82,38 71,9 52,1"),
                    of("70,10 44,0 24,22 17,55 27,88 50,100 74,86 83,52 76,18 58,3")),
            List.of(
                    of("51,0 50,50 49,100"),
                    of("30,24 54,0|54,0 52,50 51,100"),
                    of("32,22 53,0|53,0 52,50 51,98|31,98 72,98")),
            List.of(
                    of("19,24 36,3 64,3 78,24 66,50 42,74 17,97|17,97 50,95 83,97"),
                    of("20,22 40,1 66,4 75,27 59,58 33,88 20,92 20,79 37,77 58,93 82,92")),
            List.of(
                    of("21,13 45,1 71,10 72,34 42,46|42,46 72,54 80,77 60,97 34,98 17,84"),
                    of("22,3 48,4 75,3|75,3 60,21 44,40|44,40 72,47 80,71 64,95 38,99 18,87")),
            List.of(
                    of("27,3 22,32 17,60|17,60 50,60 87,57|66,26 64,62 62,100"),
                    of("62,2 40,34 13,68|13,68 50,68 88,66|63,2 63,50 62,100")),
            List.of(
                    of("77,3 52,4 30,4|30,4 27,24 24,45|24,45 49,37 74,48 79,73 62,95 37,98 17,86"),
                    of("30,4 27,24 25,46|25,46 51,38 75,51 78,77 58,97 35,97 18,84|30,4 54,5 78,2")),
            List.of(
                    of("65,1 40,22 22,54 22,84 43,99 67,94 77,75 65,55 42,53 25,70"),
                    of("74,8 52,3 30,25 20,60 27,90 50,99 73,87 74,64 54,52 32,60 24,76")),
            List.of(
                    of("17,5 50,5 82,3|82,3 62,40 48,70 41,100"),
                    of("17,5 50,5 80,3|80,3 62,40 49,70 43,100|36,50 56,50 76,48"),
                    of("19,20 20,5|20,5 50,5 81,4|81,4 64,42 52,70 47,100")),
            List.of(
                    of("73,15 51,1 28,11 30,33 50,47 72,62 76,86 51,100 26,87 30,62 50,47 70,32 73,15"),
                    of("52,47 31,36 29,13 50,1 71,12 70,34 50,47 27,63 25,87 50,100 75,87 73,62 52,47")),
            List.of(
                    of("76,22 58,2 32,6 22,30 35,49 58,47 76,22|76,22 74,60 69,100"),
                    of("75,17 52,1 28,13 25,38 45,50 67,39 76,15|76,15 79,48 69,82 48,99 26,92")));

    static int ways(int digit) {
        return DIGITS.get(digit).size();
    }

    static Skeleton of(int digit, int way) {
        return DIGITS.get(digit).get(way);
    }

    private static Skeleton of(String knots) {
        return new Skeleton(
                Arrays.stream(knots.split("\\|")).map(Skeleton::stroke).toArray(float[][]::new));
    }

    private static float[] stroke(String knots) {
        String[] numbers = knots.split("[ ,]");
        float[] stroke = new float[numbers.length];
        for (int i = 0; i < stroke.length; i++) stroke[i] = Float.parseFloat(numbers[i]) / 100 - 0.5f;
        return stroke;
    }
}
