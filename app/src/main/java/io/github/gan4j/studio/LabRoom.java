package io.github.gan4j.studio;

import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Graded;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The images that the lab works on, and the classifiers that have learned them. Closed on the thread of the views. */
final class LabRoom implements AutoCloseable {
    /** Images to choose from. */
    private static final int MOST_IMAGES = 2000;

    private final Wish wish;
    private final Victims victims;
    private final ImageSet images;
    private final Map<Structure, Graded> pupils = new EnumMap<>(Structure.class);

    LabRoom(Wish wish, Victims victims) {
        this.wish = wish;
        this.victims = victims;
        ImageSet held = victims.split().test();
        images = held.part(0, Math.min(MOST_IMAGES, held.size()));
    }

    boolean has(Wish other) {
        return wish.sameImages(other) && pupil(other.structure()).isPresent();
    }

    boolean sameImages(Wish other) {
        return wish.sameImages(other);
    }

    Victims victims() {
        return victims;
    }

    /** Images that no classifier has learned. */
    ImageSet images() {
        return images;
    }

    synchronized Optional<Graded> pupil(Structure structure) {
        return Optional.ofNullable(pupils.get(structure));
    }

    synchronized void add(Structure structure, Graded pupil) {
        pupils.put(structure, pupil);
    }

    @Override
    public synchronized void close() {
        pupils.values().forEach(Graded::close);
        pupils.clear();
    }
}
