package io.github.gan4j.cli;

import io.github.gan4j.apply.FileClassifier;
import io.github.gan4j.apply.School;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The classifiers that are attacked, and the images of the data that they have not learned. It owns the classifiers. */
final class Victims implements AutoCloseable {
    private final School school;
    private final Notices notices;
    private final Map<String, Classifier> byName = new LinkedHashMap<>();
    private final Map<String, FileClassifier> files = new LinkedHashMap<>();

    private Victims(School school, Notices notices) {
        this.school = school;
        this.notices = notices;
    }

    /** @param images that each sees while it learns, where that is not as usual */
    static Victims of(String data, int size, Optional<Integer> images, Notices notices) throws IOException {
        return new Victims(School.of(data, size, images, notices), notices);
    }

    /** @throws IllegalArgumentException when there is no class of this name or number */
    int requireClass(String name) {
        return Labels.one("--target", Optional.of(name), school.split().train().labelNames())
                .getAsInt();
    }

    void add(Structure structure) {
        byName.computeIfAbsent(structure.word(), name -> school.ordinary(structure, notices, new Patience(notices))
                .classifier());
    }

    /** One more, which learned from images attacked by the fast gradient sign method too. */
    void addTrained(Structure structure, double epsilon) {
        String name = structure.word() + ", trained " + epsilon;
        byName.put(
                name,
                school.hardened(structure, epsilon, notices, new Patience(notices))
                        .classifier());
    }

    /** Somebody's classifier, which is only shown what is made for the others. */
    void addFile(Path file) throws IOException {
        String plain = file.getFileName().toString();
        files.put(
                files.containsKey(plain) ? file.toString() : plain,
                FileClassifier.read(
                        file, shape(), school.split().train().labelNames().size()));
    }

    SampleShape shape() {
        return school.split().train().shape();
    }

    /** Images that none of them has learned, as many as there are but no more than wanted. */
    ImageSet images(int most) {
        ImageSet all = school.split().test();
        return all.part(0, Math.min(most, all.size()));
    }

    String how() {
        return school.split().how();
    }

    Map<String, Classifier> byName() {
        return byName;
    }

    Map<String, FileClassifier> files() {
        return files;
    }

    @Override
    public void close() {
        files.values().forEach(FileClassifier::close);
        byName.values().forEach(Classifier::close);
    }
}
