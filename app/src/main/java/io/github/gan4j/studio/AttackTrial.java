package io.github.gan4j.studio;

import io.github.gan4j.adversarial.AdversarialExample;
import io.github.gan4j.adversarial.Aim;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.data.Batch;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attack on one image.
 *
 * @param image the place of a test image, or the name of an upload
 * @param attack none where epsilon is 0
 * @param target the class that is to be seen, by name or number; empty for any wrong one
 */
record AttackTrial(String image, Optional<Attack> attack, String target) {
    private static final double MOST_EPSILON = 100;

    /** @throws IllegalArgumentException in one line, when a value is none */
    static AttackTrial of(Context context) {
        String image = Query.text(context, "image", "0");
        if (!image.matches("\\d{1,7}|\\*[0-9a-f]{12}"))
            throw new IllegalArgumentException("image is the number of a test image, got '" + image + "'");
        double epsilon = Query.number(context, "epsilon", 0, 0, MOST_EPSILON);
        String target = Query.text(context, "target", "");
        Norm norm = Norm.named(Query.text(context, "norm", "linf"));
        Attack attack = Attack.named(Query.text(context, "method", "fgsm"), norm, epsilon > 0 ? epsilon : 1, 0);
        return new AttackTrial(image, epsilon > 0 ? Optional.of(attack) : Optional.empty(), target);
    }

    boolean drawsNumbers() {
        return attack.filter(Attack::randomStart).isPresent();
    }

    /** The true class, where the image is one of the set. */
    OptionalInt truth(ImageSet images) {
        return uploaded() ? OptionalInt.empty() : OptionalInt.of(images.label(place(images)));
    }

    private boolean uploaded() {
        return image.startsWith("*");
    }

    private int place(ImageSet images) {
        int place = Integer.parseInt(image);
        if (place >= images.size())
            throw new IllegalArgumentException("image must be within 0 and " + (images.size() - 1) + ", got " + image);
        return place;
    }

    /** What comes of it. An upload, whose class nobody knows, is led away from what the classifier takes it for. */
    AdversarialExample example(Classifier victim, ImageSet images, Uploads uploads) {
        Aim aim = target.isEmpty()
                ? Aim.untargeted()
                : Aim.targeted(ClassList.one("target", target, victim.labelNames()));
        float[] values = uploaded()
                ? fitting(uploads.named(image), victim.shape())
                : images.batch(place(images), 1).values();
        if (attack.isEmpty())
            return AdversarialExample.of(victim, values, values).get(0);
        int truth = truth(images).orElseGet(() -> victim.output(values).classOf(0));
        Batch batch = new Batch(1, victim.shape(), values, new int[] {truth});
        return AdversarialExample.of(victim, attack.get(), aim, batch, 0).get(0);
    }

    private static float[] fitting(Picture picture, SampleShape shape) {
        Picture sized = Pictures.resized(picture, shape.width(), shape.height());
        float[] values = new float[shape.size()];
        (shape.channels() == 1 ? Pictures.toGrey(sized) : Pictures.toColour(sized)).copyInto(values, 0);
        return values;
    }
}
