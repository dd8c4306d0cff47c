package io.github.gan4j.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** A Parquet file open for reading. What reads it is the module {@code gan4j-parquet}, which needs Java 21. */
public interface Parquet extends Closeable {
    /** The oldest Java that the module runs on. */
    int JAVA = 21;

    /** What a column holds in each row. */
    enum Kind {
        /** A struct with the bytes of a file, as Hugging Face stores images. */
        FILE("files"),
        /** Bytes without a meaning of their own. */
        BYTES("bytes"),
        TEXT("text"),
        /** Whole numbers or booleans. */
        WHOLE("whole numbers"),
        /** Several values in each row. */
        LIST("lists"),
        OTHER("other values");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        /** What there is in it, as a noun. */
        public String says() {
            return says;
        }
    }

    /** A column by its name, at the top level. */
    record Column(String name, Kind kind) {}

    /** Hears of each row, in their order. */
    @FunctionalInterface
    interface Row {
        /**
         * @param file the bytes of a file; empty where there are none
         * @param label text, or a whole number in digits; empty where there is none
         */
        void of(byte[] file, String label) throws IOException;
    }

    /** Opens Parquet files; found as a service. */
    @FunctionalInterface
    interface Opener {
        /** @throws IOException in one line that begins with the path */
        Parquet open(Path file) throws IOException;
    }

    /** What opens such files, where this Java and what it was started with can. */
    static Optional<Opener> opener() {
        return Runtime.version().feature() < JAVA
                ? Optional.empty()
                : ServiceLoader.load(Opener.class, Parquet.class.getClassLoader())
                        .findFirst();
    }

    /**
     * Opens a file.
     *
     * @throws IOException in one line that begins with the path, when it is damaged or this Java cannot read such files
     */
    static Parquet open(Path file) throws IOException {
        Optional<Opener> opener = opener();
        if (opener.isPresent()) return opener.get().open(file);
        int java = Runtime.version().feature();
        throw new IOException(file + ": is a Parquet file; reading it needs "
                + (java < JAVA
                        ? "Java " + JAVA + " or newer, and this is Java " + java
                        : "the module gan4j-parquet, which only a JDK of " + JAVA + " or newer builds"));
    }

    List<Column> columns();

    /** What its writer says of the whole, by keys. */
    Map<String, String> metadata();

    /**
     * Reads all rows.
     *
     * @param file a column of {@link Kind#FILE} or {@link Kind#BYTES}
     * @param label a column of {@link Kind#TEXT} or {@link Kind#WHOLE}
     * @throws IOException in one line that begins with the path
     * @throws DecodingMemory.TooLittle when a page does not fit into memory
     */
    void read(Column file, Optional<Column> label, Row row) throws IOException;
}
