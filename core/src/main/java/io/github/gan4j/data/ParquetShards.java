package io.github.gan4j.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The Parquet files of one part of a set, in the order of their names: one file, or those of a folder and its sub-folders, such as
 * {@code train-00000-of-00003.parquet} and {@code test/0000.parquet}.
 *
 * @param root the file, or the folder that they are in
 */
record ParquetShards(Path root, List<Path> files) {
    private static final Pattern SHARD = Pattern.compile("(\\d+)-of-(\\d+)");
    private static final int MOST_NAMED = 8;

    /** The Parquet files of a folder, unless there are images beside them. */
    private static final class Search extends SimpleFileVisitor<Path> {
        final List<Path> found = new ArrayList<>();
        boolean images;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return visible(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isParquet(file) && visible(file)) found.add(file);
            images |= ImageFiles.isImage(String.valueOf(file.getFileName()));
            return images ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean visible(Path path) {
            return !Listing.isPassedOver(String.valueOf(path.getFileName()));
        }
    }

    static boolean matches(Path path) {
        try {
            // img2dataset puts what it knows of the images into a Parquet file beside each tar archive
            return Files.isDirectory(path)
                    ? !TarShards.matches(path) && !in(path).isEmpty()
                    : FileKind.of(path) == FileKind.PARQUET;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isParquet(Path file) {
        return List.of("parquet", "pq").contains(Listing.ending(String.valueOf(file.getFileName())));
    }

    private static List<Path> in(Path folder) throws IOException {
        Search search = new Search();
        // the folder itself may have a name that is passed over inside another
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path each : inside)
                if (!search.images && Search.visible(each))
                    Files.walkFileTree(each, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 8, search);
        }
        return search.images ? List.of() : search.found.stream().sorted().toList();
    }

    /** @throws IOException in one line, when there is no such part or it is not clear which files belong to it */
    static ParquetShards of(Path path, Part part, Consumer<String> warn) throws IOException {
        if (!Files.isDirectory(path)) return single(path, part, warn);
        Map<PartName, List<Path>> parts = new EnumMap<>(PartName.class);
        for (Path file : in(path))
            parts.computeIfAbsent(part(path.relativize(file)), any -> new ArrayList<>())
                    .add(path.relativize(file));
        PartName wanted = PartName.of(part);
        if (part == Part.TRAIN && !parts.containsKey(wanted)) wanted = PartName.NONE;
        List<Path> chosen = parts.getOrDefault(wanted, List.of());
        if (chosen.isEmpty())
            throw new MissingPart(path + ": holds no Parquet file of "
                    + (part == Part.TRAIN ? "images to train on" : "a test part") + "; it holds "
                    + named(parts.values().stream().flatMap(List::stream).toList()));
        requireOne(path, chosen);
        if (part == Part.TRAIN) {
            List<Path> unused = new ArrayList<>(parts.getOrDefault(PartName.OTHER, List.of()));
            if (wanted != PartName.NONE) unused.addAll(parts.getOrDefault(PartName.NONE, List.of()));
            if (!unused.isEmpty())
                warn.accept(path + ": " + named(unused) + (unused.size() == 1 ? " is" : " are")
                        + " neither to train on nor to test on, and not used");
        }
        requireShards(path, chosen, warn);
        return new ParquetShards(path, chosen.stream().map(path::resolve).toList());
    }

    private static ParquetShards single(Path file, Part part, Consumer<String> warn) throws IOException {
        if (part == Part.TEST) throw new MissingPart(file + ": is a single file, which has no test part");
        Matcher shard = SHARD.matcher(String.valueOf(file.getFileName()));
        if (shard.find() && Long.parseLong("0" + shard.group(2)) > 1)
            warn.accept(file.getFileName() + ": is one of " + Long.parseLong("0" + shard.group(2))
                    + " files of a set; name its folder to use all");
        return new ParquetShards(file, List.of(file));
    }

    /** The innermost name that says a part. */
    private static PartName part(Path inside) {
        for (int at = inside.getNameCount() - 1; at >= 0; at--) {
            PartName part = PartName.in(inside.getName(at).toString());
            if (part != PartName.NONE) return part;
        }
        return PartName.NONE;
    }

    private static String named(List<Path> files) {
        return files.stream().limit(MOST_NAMED).map(Path::toString).collect(Collectors.joining(", "))
                + (files.size() > MOST_NAMED ? ", …" : "");
    }

    /** Folders that are not called as a part are data sets of their own. */
    private static void requireOne(Path path, List<Path> files) throws IOException {
        TreeSet<String> sets = new TreeSet<>();
        for (Path file : files) {
            List<String> folders = new ArrayList<>();
            for (Path name : file) if (!PartName.isOne(name.toString())) folders.add(name.toString());
            sets.add(String.join("/", folders.subList(0, folders.size() - 1)));
        }
        if (sets.size() > 1)
            throw new IOException(path + ": holds several data sets; name the folder of one: "
                    + sets.stream()
                            .map(set -> set.isEmpty() ? "(itself)" : set)
                            .limit(MOST_NAMED)
                            .collect(Collectors.joining(", ")));
    }

    /** A number that comes twice is an older version of the set beside a newer one; one that is missing is said. */
    private static void requireShards(Path path, List<Path> files, Consumer<String> warn) throws IOException {
        Map<Long, Path> found = new TreeMap<>();
        long of = 0;
        for (Path file : files) {
            Matcher shard = SHARD.matcher(file.getFileName().toString());
            if (!shard.find() || shard.group(2).length() > 9 || shard.group(1).length() > 9) continue;
            Path before = found.put(Long.parseLong(shard.group(1)), file);
            if (before != null)
                throw new IOException(path + ": " + before + " and " + file
                        + " are the same part of two versions of the set; keep one");
            of = Math.max(of, Long.parseLong(shard.group(2)));
        }
        long missing = of - found.size();
        if (missing > 0)
            warn.accept(path + ": " + missing + " of the " + of + " files of the set " + (missing == 1 ? "is" : "are")
                    + " not there; the " + found.size() + " others are used");
    }
}
