package io.github.gan4j.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The checkpoints of a run, named by images seen: {@code 000012800.safetensors} and the {@code 000012800.json} that
 * commits it. What lacks its JSON was never finished and does not count.
 */
public record Checkpoints(Path path) {
    private static final String TENSORS = ".safetensors";
    private static final String JSON = ".json";

    /** How files are named after a moment, so that names sort as moments do. */
    static String name(long imagesSeen) {
        return String.format(Locale.ROOT, "%09d", imagesSeen);
    }

    private Path file(long imagesSeen) {
        return path.resolve(name(imagesSeen) + TENSORS);
    }

    /** Saves a moment; one saved before at the same number of images is replaced. */
    public Checkpoint save(long imagesSeen, long step, Map<String, StoredTensor> tensors, ObjectNode metadata)
            throws IOException {
        Checkpoint checkpoint = new Checkpoint(file(imagesSeen), imagesSeen, step, metadata);
        if (!Files.isDirectory(path)) Files.createDirectory(path); // never where the run folder is gone
        Files.deleteIfExists(Checkpoint.json(checkpoint.file())); // else a kill pairs the old JSON with new numbers
        Safetensors.write(checkpoint.file(), tensors, Map.of());
        checkpoint.commit();
        return checkpoint;
    }

    /** Gives an intact checkpoint other metadata, all at once: a kill leaves the old ones or the new. */
    public void relabel(Checkpoint checkpoint, ObjectNode metadata) throws IOException {
        new Checkpoint(checkpoint.file(), checkpoint.imagesSeen(), checkpoint.step(), metadata).commit();
    }

    /** The images seen at each finished checkpoint, newest first, whether intact or not. */
    public List<Long> list() throws IOException {
        return moments(path, JSON);
    }

    /** The images seen at each file of this ending in a folder, newest first. */
    static List<Long> moments(Path folder, String ending) throws IOException {
        List<Long> moments = new ArrayList<>();
        if (!Files.isDirectory(folder)) return moments;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                String digits = name.substring(0, name.length() - ending.length());
                if (digits.matches("\\d{9,18}")) moments.add(Long.parseLong(digits));
            }
        }
        moments.sort(Comparator.reverseOrder());
        return moments;
    }

    /**
     * The checkpoint at this number of images seen, verified byte by byte.
     *
     * @throws DamagedException in one line that names the missing or damaged file
     * @throws IOException in one line, when a file cannot be read for another reason
     */
    public Checkpoint open(long imagesSeen) throws IOException {
        return Checkpoint.verified(file(imagesSeen));
    }

    /**
     * The newest checkpoint that is intact.
     *
     * @param complain hears one line about each newer one that is damaged
     * @throws IOException in one line, when there is none, or when a newer one cannot be read for another reason than
     *     damage: such as too many open files, or a disk that does not answer
     */
    public Checkpoint newestIntact(Consumer<String> complain) throws IOException {
        List<Long> moments = list();
        if (moments.isEmpty()) throw new IOException(path.getParent() + ": has no checkpoints yet");
        List<String> damaged = new ArrayList<>();
        for (long moment : moments) {
            try {
                Checkpoint intact = open(moment);
                String instead = "; using " + path.getFileName() + "/" + name(moment) + " instead";
                damaged.forEach(line -> complain.accept(line + instead));
                return intact;
            } catch (DamagedException e) {
                damaged.add(e.getMessage());
            }
        }
        damaged.forEach(complain);
        throw new IOException(path.getParent() + ": has no intact checkpoint, " + damaged.size() + " damaged");
    }

    /** Deletes all but the newest {@code keep} and those named in {@code alsoKeep} by images seen. */
    public void prune(int keep, Set<Long> alsoKeep) throws IOException {
        if (keep < 1) throw new IllegalArgumentException("at least one checkpoint must be kept, got " + keep);
        for (long moment : list().stream().skip(keep).toList()) if (!alsoKeep.contains(moment)) delete(moment);
    }

    /** Deletes the finished checkpoints after this number of images seen. */
    public void dropAfter(long imagesSeen) throws IOException {
        for (long moment : list()) if (moment > imagesSeen) delete(moment);
    }

    private void delete(long moment) throws IOException {
        Files.deleteIfExists(Checkpoint.json(file(moment)));
        Files.deleteIfExists(file(moment));
    }

    /** Removes what killed writers left: temporaries, and tensors without the JSON that commits them. */
    void removeLeftovers() throws IOException {
        AtomicFile.removeLeftovers(path);
        Set<Long> finished = Set.copyOf(list());
        for (long moment : moments(path, TENSORS)) if (!finished.contains(moment)) Files.deleteIfExists(file(moment));
    }
}
