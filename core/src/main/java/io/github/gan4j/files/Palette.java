package io.github.gan4j.files;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * At most 256 colours that stand for all others: exact greys, or chosen by median cut (Heckbert 1982) among the colours
 * of several pictures at five bits per channel.
 *
 * @param colours for an indexed image
 * @param ofCell the palette entry of each cell of colours; empty for greys
 */
record Palette(IndexColorModel colours, byte[] ofCell) {
    private static final int MOST = 256;
    private static final int CELLS = 1 << 15;

    /** The 256 greys where all pictures are grey, else colours chosen for all of them. */
    static Palette of(List<Picture> pictures) {
        return pictures.stream().allMatch(picture -> picture.channels() == 1) ? greys() : medianCut(pictures);
    }

    private static Palette greys() {
        byte[] ramp = new byte[MOST];
        for (int i = 0; i < MOST; i++) ramp[i] = (byte) i;
        return new Palette(new IndexColorModel(8, MOST, ramp, ramp, ramp), new byte[0]);
    }

    /** One palette entry per pixel. */
    byte[] indices(Picture picture) {
        if (ofCell.length == 0) return picture.pixels();
        byte[] pixels = Pictures.toColour(picture).pixels();
        byte[] indices = new byte[pixels.length / 3];
        for (int at = 0; at < indices.length; at++) indices[at] = ofCell[cell(pixels, 3 * at)];
        return indices;
    }

    private static int cell(byte[] pixels, int at) {
        return (pixels[at] & 0xf8) << 7 | (pixels[at + 1] & 0xf8) << 2 | (pixels[at + 2] & 0xf8) >> 3;
    }

    /** A set of cells, cut in two until there is one set per palette entry. */
    private record Box(int[] cells, long pixels, int axis, int extent) {
        static Box of(int[] cells, Census census) {
            int axis = 0;
            int extent = -1;
            for (int candidate = 0; candidate < 3; candidate++) {
                int shift = 10 - 5 * candidate;
                int low = Arrays.stream(cells)
                        .map(cell -> cell >> shift & 31)
                        .min()
                        .orElse(0);
                int high = Arrays.stream(cells)
                        .map(cell -> cell >> shift & 31)
                        .max()
                        .orElse(0);
                if (high - low > extent) {
                    extent = high - low;
                    axis = candidate;
                }
            }
            long pixels =
                    Arrays.stream(cells).mapToLong(cell -> census.count[cell]).sum();
            return new Box(cells, pixels, axis, extent);
        }

        /** Cuts where half of the pixels lie on either side. */
        List<Box> halves(Census census) {
            int shift = 10 - 5 * axis;
            int[] sorted = Arrays.stream(cells)
                    .boxed()
                    .sorted(Comparator.comparingInt(cell -> cell >> shift & 31))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long left = 0;
            int cut = 0;
            while (cut < sorted.length - 1 && (cut == 0 || left < pixels / 2)) left += census.count[sorted[cut++]];
            return List.of(
                    of(Arrays.copyOf(sorted, cut), census), of(Arrays.copyOfRange(sorted, cut, sorted.length), census));
        }

        /** Large areas of many different colours are cut first. */
        double priority() {
            return extent == 0 ? -1 : Math.sqrt(pixels) * extent;
        }
    }

    /** How many pixels fall into each cell, and the sums of their channels. */
    private static final class Census {
        final long[] count = new long[CELLS];
        final long[][] sum = new long[3][CELLS];

        void add(byte[] pixels) {
            for (int at = 0; at < pixels.length; at += 3) {
                int cell = cell(pixels, at);
                count[cell]++;
                for (int c = 0; c < 3; c++) sum[c][cell] += pixels[at + c] & 0xff;
            }
        }

        byte mean(Box box, int channel) {
            long total = Arrays.stream(box.cells)
                    .mapToLong(cell -> sum[channel][cell])
                    .sum();
            return (byte) ((total + box.pixels / 2) / box.pixels);
        }
    }

    private static Palette medianCut(List<Picture> pictures) {
        Census census = new Census();
        for (Picture picture : pictures) census.add(Pictures.toColour(picture).pixels());
        int[] used =
                IntStream.range(0, CELLS).filter(cell -> census.count[cell] > 0).toArray();
        List<Box> boxes = new ArrayList<>(List.of(Box.of(used, census)));
        while (boxes.size() < MOST) {
            Box widest = boxes.stream()
                    .max(Comparator.comparingDouble(Box::priority))
                    .orElseThrow();
            if (widest.extent == 0) break;
            boxes.remove(widest);
            boxes.addAll(widest.halves(census));
        }
        byte[] ofCell = new byte[CELLS];
        byte[][] mean = new byte[3][boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            for (int cell : boxes.get(i).cells) ofCell[cell] = (byte) i;
            for (int c = 0; c < 3; c++) mean[c][i] = census.mean(boxes.get(i), c);
        }
        return new Palette(new IndexColorModel(8, boxes.size(), mean[0], mean[1], mean[2]), ofCell);
    }
}
