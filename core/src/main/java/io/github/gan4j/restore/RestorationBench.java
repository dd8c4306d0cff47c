package io.github.gan4j.restore;

import io.github.gan4j.data.ImageNames;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.model.TrainedRestorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A restorer on a folder of clean test images, degraded and compared as papers do it.
 *
 * <p>Noise is normal, its deviation on the scale 0 to 255, added to all shades and neither cut off nor rounded; a restorer of grey images gets
 * grey ones. For enlargement sides are cut to multiples of the factor, shrunk by the stretched cubic and rounded to 8 bits; what comes out is
 * compared by the luma of ITU-R BT.601 on its scale of 16 to 235, without as many pixels at every edge as the factor. All results are rounded
 * to 8 bits; means are over images.
 */
public final class RestorationBench {
    private final TrainedRestorer restorer;
    private final Restoration restoration;
    private final boolean cut;
    private final Consumer<String> notice;

    /**
     * @param cut whether noisy shades beyond 0 and 255 are cut off, as in a file of an image
     * @param notice hears what is done to images before they are measured, a line each
     */
    public RestorationBench(TrainedRestorer restorer, boolean cut, Consumer<String> notice) {
        this.restorer = restorer;
        this.restoration = new Restoration(restorer);
        this.cut = cut;
        this.notice = notice;
    }

    /** What is measured of this restorer. */
    public PublishedSet.Kind kind() {
        if (restorer.factor() > 1) return PublishedSet.Kind.ENLARGEMENT;
        return restorer.channels() == 1 ? PublishedSet.Kind.GREY_NOISE : PublishedSet.Kind.COLOUR_NOISE;
    }

    /**
     * What was measured on one folder.
     *
     * @param images in it
     * @param published what papers print of this set, where the folder has its name and as many images
     * @param means over the images, by the deviation of the noise or by the one factor
     */
    public record Results(int images, Optional<PublishedSet> published, Map<Integer, Means> means) {}

    /**
     * Over the images of a folder.
     *
     * @param plain of what was given, for enlargement by bicubic interpolation
     * @param restored of what was made of it
     */
    public record Means(Figures plain, Figures restored) {}

    /**
     * How close pictures are to the originals.
     *
     * @param fidelity pixel by pixel, the mean over the pictures
     * @param distance of their textures from those of the originals, 0 for the same ones; empty for pictures below 32 pixels
     */
    public record Figures(Fidelity fidelity, OptionalDouble distance) {}

    /** A picture as it was given, as it was made, and as it should be. */
    private record Triple(Picture given, Picture made, Picture wanted) {}

    /** Of a growing number of pictures. */
    private static final class Tally {
        private final List<Fidelity> plain = new ArrayList<>(), restored = new ArrayList<>();
        private final Textures given = new Textures(), made = new Textures(), wanted = new Textures();

        private void add(Triple triple) {
            plain.add(Fidelity.between(triple.given, triple.wanted));
            restored.add(Fidelity.between(triple.made, triple.wanted));
            given.add(triple.given);
            made.add(triple.made);
            wanted.add(triple.wanted);
        }

        private Means means() {
            return new Means(
                    new Figures(Fidelity.mean(plain), given.distance(wanted)),
                    new Figures(Fidelity.mean(restored), made.distance(wanted)));
        }
    }

    /**
     * @param sigmas deviations of the noise, for a restorer that does not enlarge
     * @throws IOException in one line, when the folder holds no images or one cannot be read
     */
    public Results of(Path folder, List<Integer> sigmas) throws IOException {
        List<String> names = ImageNames.in(folder);
        Optional<PublishedSet> published = published(folder, names.size());
        List<Picture> originals = new ArrayList<>();
        for (String name : names) originals.add(prepared(folder, name));
        return new Results(names.size(), published, means(originals, sigmas));
    }

    private Map<Integer, Means> means(List<Picture> originals, List<Integer> sigmas) {
        boolean enlarging = kind() == PublishedSet.Kind.ENLARGEMENT;
        Map<Integer, Means> means = new LinkedHashMap<>();
        for (int at : enlarging ? List.of(restorer.factor()) : sigmas) {
            Tally tally = new Tally();
            for (int i = 0; i < originals.size(); i++)
                tally.add(enlarging ? enlarged(originals.get(i)) : cleaned(originals.get(i), at, i));
            means.put(at, tally.means());
        }
        return means;
    }

    private Picture prepared(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        restoration.requireMemory(file.toString(), ImageFile.pixels(file));
        Picture picture = ImageFile.layers(file, line -> notice.accept(name + ": " + line))
                .picture();
        try {
            restoration.remarksOnOriginal(picture).forEach(line -> notice.accept(name + ": " + line));
            Picture clean = restoration.comparable(picture);
            return restorer.channels() == 1 ? Pictures.toGrey(clean) : Pictures.toColour(clean);
        } catch (IllegalArgumentException tooSmall) {
            throw new IOException(file + ": " + tooSmall.getMessage(), tooSmall);
        }
    }

    private Triple cleaned(Picture original, int sigma, int number) {
        float[] noisy = new float[original.pixels().length];
        original.copyInto(noisy, 0);
        // another image, other noise; the same for every restorer
        Random random = new Random(number);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (random.nextGaussian() * sigma / 127.5);
            if (cut) noisy[i] = Math.max(-1, Math.min(1, noisy[i]));
        }
        Picture made = restoration.of(noisy, original.height(), original.width());
        Picture seen = Picture.of(noisy, 0, original.channels(), original.height(), original.width());
        return new Triple(seen, made, original);
    }

    private Triple enlarged(Picture original) {
        int factor = restorer.factor();
        Picture small = Pictures.resized(original, original.width() / factor, original.height() / factor);
        return new Triple(measured(restoration.bicubic(small)), measured(restoration.of(small)), measured(original));
    }

    /** The luma, without its edges. */
    private Picture measured(Picture picture) {
        int edge = restorer.factor();
        Picture colour = Pictures.toColour(picture);
        byte[] luma = new byte[colour.width() * colour.height()];
        for (int i = 0; i < luma.length; i++)
            luma[i] = (byte) Math.round(16
                    + (65.481 * (colour.pixels()[3 * i] & 0xff)
                                    + 128.553 * (colour.pixels()[3 * i + 1] & 0xff)
                                    + 24.966 * (colour.pixels()[3 * i + 2] & 0xff))
                            / 255);
        return Pictures.cropped(
                new Picture(colour.width(), colour.height(), 1, luma),
                edge,
                edge,
                colour.width() - 2 * edge,
                colour.height() - 2 * edge);
    }

    /** What papers print of this set for this restorer. */
    Optional<PublishedSet> published(Path folder, int images) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        Optional<PublishedSet> found = PublishedSet.named(name, kind());
        if (found.isPresent() && found.get().images() != images) {
            notice.accept(name + " has " + images + " images here and "
                    + found.get().images() + " in papers, so it is not compared with them");
            return Optional.empty();
        }
        return found;
    }
}
