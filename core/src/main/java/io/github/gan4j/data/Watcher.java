package io.github.gan4j.data;

/** Hears how far a long piece of work on many images has come. */
@FunctionalInterface
public interface Watcher {
    /** Nobody. */
    Watcher NOBODY = (doing, done, all) -> {};

    /**
     * Another image is done; called after each, by several threads.
     *
     * @param doing what is being done, as in {@code looked at}
     */
    void done(String doing, long done, long all);
}
