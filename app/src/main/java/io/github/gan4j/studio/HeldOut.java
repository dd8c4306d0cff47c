package io.github.gan4j.studio;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.NamedPicture;
import io.github.gan4j.data.Samples;
import io.github.gan4j.data.Split;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Images to try a run on: those that its data holds out from training; where it holds none out, a sixth of all.
 *
 * @param count of images to choose from
 * @param all how many there would be
 * @param unseen whether the run has not learned from them
 * @param how they were parted from the others, in a few words
 * @param side of a square thumbnail; 0 where the images are shown as they are
 */
record HeldOut(
        int count,
        int all,
        boolean unseen,
        String how,
        List<String> labelNames,
        int side,
        IntFunction<NamedPicture> images,
        IntFunction<OptionalInt> labels) {
    private static final int MOST = 2000;
    private static final int THUMBNAIL = 64;

    /**
     * Reads them.
     *
     * @throws IOException in one line, when the data is no longer there
     * @throws IllegalArgumentException when it has no images
     */
    static HeldOut of(Plan plan) throws IOException {
        Samples samples = plan.data().samples(plan.seed(), line -> {});
        List<NamedPicture> pictures = samples.heldOutPictures();
        if (!pictures.isEmpty())
            return new HeldOut(
                    Math.min(MOST, pictures.size()),
                    pictures.size(),
                    true,
                    "held out from training",
                    List.of(),
                    THUMBNAIL,
                    pictures::get,
                    image -> OptionalInt.empty());
        Split split = samples.split(line -> {});
        ImageSet set = split.test();
        return new HeldOut(
                Math.min(MOST, set.size()),
                set.size(),
                split.independent(),
                split.how(),
                set.labelNames(),
                0,
                image -> new NamedPicture(set.name(image), set.picture(image)),
                image -> set.labelled() ? OptionalInt.of(set.label(image)) : OptionalInt.empty());
    }

    /** @throws IllegalArgumentException when there is no such image */
    NamedPicture image(int place) {
        if (place < 0 || place >= count)
            throw new IllegalArgumentException("image must be within 0 and " + (count - 1) + ", got " + place);
        return images.apply(place);
    }

    /** A small picture of an image: the square in its middle, where images have sizes of their own. */
    Picture thumbnail(int place) {
        Picture picture = image(place).picture();
        if (side == 0) return picture;
        Picture small = Pictures.resized(Pictures.centreSquare(picture), side, side);
        return Pictures.toColour(small);
    }
}
