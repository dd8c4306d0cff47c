package io.github.gan4j.studio;

import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The images that runs are tried on: held-out ones, those of one run at a time in memory, and ones that are sent. */
final class TrialImages {
    private Optional<Data> data = Optional.empty();

    private record Data(Path run, String stamp, HeldOut images) {}

    /**
     * An image that something is done with.
     *
     * @param truth its class, where it is known
     * @param remarks how the picture differs from its file
     */
    record Given(Picture picture, OptionalInt truth, List<String> remarks) {}

    /** @throws IOException in one line, when the data of the run is no longer there */
    synchronized HeldOut of(RunFolder folder) throws IOException {
        if (data.filter(d -> d.run().equals(folder.path()) && d.stamp().equals(LatestModel.stamp(folder)))
                .isEmpty()) {
            data = Optional.empty();
            data = Optional.of(
                    new Data(folder.path(), LatestModel.stamp(folder), HeldOut.of(Plan.read(folder.plan()))));
        }
        return data.get().images();
    }

    /** The place of a held-out image, where one is asked for. */
    static OptionalInt place(Context context) {
        String image = Query.text(context, "image", "");
        return image.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Query.whole("image", image, 0, Integer.MAX_VALUE));
    }

    /** @throws IllegalArgumentException when nothing is sent */
    static byte[] sent(Context context) throws IOException {
        byte[] file = Replies.bytes(context, Uploads.MOST_BYTES);
        if (file.length == 0)
            throw new IllegalArgumentException("an image is missing: send one, or name a held-out one with image=0");
        return file;
    }

    /** The image of a request: a held-out one, or the one that is sent. */
    Given given(Context context, RunFolder folder) throws IOException {
        OptionalInt place = place(context);
        List<String> remarks = new ArrayList<>();
        if (place.isEmpty()) {
            Picture picture = Uploads.decoded(sent(context), remarks::add);
            return new Given(picture, OptionalInt.empty(), remarks);
        }
        HeldOut held = of(folder);
        return new Given(held.image(place.getAsInt()).picture(), held.labels().apply(place.getAsInt()), remarks);
    }
}
