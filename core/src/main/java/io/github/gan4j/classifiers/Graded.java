package io.github.gan4j.classifiers;

/** A classifier that has learned, and its grade. Whoever has it closes it. */
public record Graded(Classifier classifier, Grade grade) implements AutoCloseable {
    @Override
    public void close() {
        classifier.close();
    }
}
