package io.github.gan4j.export;

/** Hears how far an export is, before each part of it; what it throws ends the export. */
@FunctionalInterface
public interface ExportProgress {
    /**
     * Work goes on.
     *
     * @param doing what is done just now, in a few words
     * @param share of all that is done, from 0 to 1
     */
    void at(String doing, double share);
}
