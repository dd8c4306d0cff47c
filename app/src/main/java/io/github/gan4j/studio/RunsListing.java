package io.github.gan4j.studio;

import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.Reason;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.ForeignGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What lay in the folder of runs at one moment. A thousand runs need not be looked at again as long as nothing came into the
 * folder, left it or changed its name, which the system notes as a change of the folder.
 *
 * @param stamp of the folder when it was listed
 * @param nanos when it was listed, by the program's clock
 * @param runs by their names, newest start first as far as names tell
 * @param others folders that may become runs
 * @param generators files, in the order of their names
 */
record RunsListing(FileStamp stamp, long nanos, Map<String, RunFolder> runs, List<Path> others, List<Path> generators) {
    /** A run whose parts were all removed from its folder is noticed after this. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

    static RunsListing of(Path root) throws IOException {
        FileStamp stamp = FileStamp.of(root).settled();
        long nanos = System.nanoTime();
        List<Path> all;
        try {
            all = FileTree.list(root, entry -> !entry.getFileName().toString().startsWith("."));
        } catch (IOException e) {
            throw new IOException(root + ": " + Reason.of(e), e);
        }
        List<Path> folders = all.stream()
                .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                .sorted(Comparator.reverseOrder())
                .toList();
        Map<String, RunFolder> runs = new LinkedHashMap<>();
        for (Path folder : folders)
            if (RunFolder.looksLikeOne(folder)) runs.put(folder.getFileName().toString(), new RunFolder(folder));
        List<Path> others = folders.stream()
                .filter(folder -> !runs.containsKey(folder.getFileName().toString()))
                .toList();
        List<Path> generators = all.stream().filter(RunsListing::isGenerator).toList();
        return new RunsListing(stamp, nanos, Collections.unmodifiableMap(runs), others, generators);
    }

    /** Whether a file, and no link to one, is the generator of some program. */
    static boolean isGenerator(Path path) {
        return !path.getFileName().toString().startsWith(".")
                && ForeignGenerator.isOne(path)
                && !Files.isSymbolicLink(path);
    }

    /** Whether the same would be found now. */
    boolean isStill(Path root) {
        return stamp.equals(FileStamp.of(root))
                && System.nanoTime() - nanos < MOST_NANOS
                && others.stream().noneMatch(RunFolder::looksLikeOne);
    }
}
