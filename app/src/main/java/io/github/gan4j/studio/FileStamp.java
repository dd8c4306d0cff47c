package io.github.gan4j.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When files changed, and how long they are. Looking costs less than an exception for each that is absent. */
record FileStamp(List<Long> changes) {
    static FileStamp of(Path... files) {
        return new FileStamp(Stream.of(files)
                .map(Path::toFile)
                .flatMap(file -> Stream.of(file.lastModified(), file.length()))
                .toList());
    }

    /** When the last of them changed, in milliseconds of the system's clock. */
    long newest() {
        return IntStream.range(0, changes.size() / 2)
                .mapToLong(i -> changes.get(2 * i))
                .max()
                .orElse(0);
    }
}
