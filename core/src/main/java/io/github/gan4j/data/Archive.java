package io.github.gan4j.data;

import io.github.gan4j.files.Archived;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.ImageKind;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The files in a single file that holds many. */
sealed interface Archive extends ImageFiles permits ZipFiles, TarFiles, TarShards {
    /** What is kept free for a file that does not say how long it is. */
    long USUAL_BYTES = 32 << 20;

    Path path();

    /** The contents of a file inside; errors are without its name. May be called by several threads. */
    InputStream open(String name) throws IOException;

    /** How long a file inside claims to be; -1 where that is not known. */
    long size(String name);

    private IOException tooLong(String name) {
        return new IOException(whole(name) + ": is longer than the " + MOST_BYTES + " bytes that are read");
    }

    private String whole(String name) {
        return path().getFileName() + "/" + name;
    }

    @Override
    default byte[] bytes(String name) throws IOException {
        if (size(name) > MOST_BYTES) throw tooLong(name);
        return Archived.bytes(whole(name), MOST_BYTES, () -> open(name));
    }

    @Override
    default <T> T decoded(String name, Function<ImageFile.Content, T> use) throws IOException {
        long claimed = size(name);
        if (claimed > MOST_BYTES) throw tooLong(name);
        return ImageFile.decoded(claimed < 0 ? USUAL_BYTES : claimed, () -> bytes(name), whole(name), use);
    }

    /**
     * The names of files by their paths inside; those that come out alike are said.
     *
     * @param twice names that the archive itself has more than once
     */
    static Map<String, String> entries(Path archive, Collection<String> names, Set<String> twice, List<String> notes) {
        Map<String, String> entries = new HashMap<>();
        Set<String> again = new TreeSet<>(twice);
        for (String name : names) {
            String inside = Listing.inside(name);
            if (entries.put(inside, name) != null) again.add(inside);
        }
        sayTwice(archive, again, notes);
        return entries;
    }

    static void sayTwice(Path archive, Set<String> again, List<String> notes) {
        again.stream()
                .findFirst()
                .ifPresent(first -> notes.add(archive + ": holds " + first
                        + (again.size() == 1 ? "" : " and " + Numbers.of(again.size() - 1, "other path"))
                        + " more than once; the last " + (again.size() == 1 ? "" : "of each ") + "is read"));
    }

    /** The beginning of a file inside. */
    static byte[] head(Archived.Opening opening) throws IOException {
        try (InputStream in = opening.open()) {
            return in.readNBytes(ImageKind.HEAD);
        } catch (RuntimeException damaged) { // as decoders of damaged archives may say it
            throw new IOException(damaged);
        }
    }
}
