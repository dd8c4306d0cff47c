package io.github.gan4j.serve;

/** How samples are written into an answer. */
enum SampleFormat {
    /** One image. */
    PNG("image/png"),
    /** One image, at a quality of 95 of 100. */
    JPEG("image/jpeg"),
    /** A PNG for each sample, and {@code samples.json}, which names seed and class of each. */
    ZIP("application/zip"),
    /** All samples in one PNG, in rows. */
    SHEET("image/png"),
    /** Seed, class and the numbers of each sample, images in [-1, 1] as {@code [channels, height, width]}. */
    JSON("application/json");

    private final String mediaType;

    SampleFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
