package io.github.gan4j.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where named sets are looked for, each in a folder of its own name. Nothing is ever downloaded.
 *
 * @param roots the folders that hold those folders; the first that has a set's files is taken
 */
public record DataFolders(List<Path> roots) {
    /** The system property that goes before the environment variable {@code GAN4J_DATA}. */
    public static final String PROPERTY = "gan4j.data";

    private static final String VARIABLE = "GAN4J_DATA";

    public DataFolders {
        roots = List.copyOf(roots);
    }

    /**
     * What {@code GAN4J_DATA} names (or the system property {@value #PROPERTY}); without it {@code data} in the working folder,
     * then {@code .gan4j/data} in the home folder.
     */
    public static DataFolders usual() {
        String named = System.getProperty(
                PROPERTY, Optional.ofNullable(System.getenv(VARIABLE)).orElse(""));
        if (!named.isBlank()) return new DataFolders(List.of(Path.of(named)));
        return new DataFolders(List.of(Path.of("data"), Path.of(System.getProperty("user.home"), ".gan4j", "data")));
    }

    /**
     * The folder with the files of one part of a set, all there and all as published.
     *
     * @throws IOException in one line that says which files are missing or wrong, where they are published and where they belong
     */
    public Path find(NamedSet set, Part part) throws IOException {
        Optional<Path> nearest = Optional.empty();
        for (Path folder : candidates(set)) {
            List<PublishedFile> missing = missing(set, part, folder);
            if (missing.isEmpty()) {
                PublishedCheck.require(set, set.files(part), folder);
                return folder.toAbsolutePath().normalize();
            }
            Optional<Path> archive =
                    set.archive().flatMap(file -> file.in(folder)).map(PublishedFile.Found::path);
            if (archive.isPresent()) {
                PublishedCheck.require(set, List.of(set.archive().get()), folder);
                return archive.get().toAbsolutePath().normalize();
            }
            if (nearest.isEmpty() && missing.size() < set.files(part).size()) nearest = Optional.of(folder);
        }
        throw new IOException(nearest.isPresent() ? incomplete(set, part, nearest.get()) : absent(set, part));
    }

    /** What told where to look, in a few words. */
    public String reason() {
        if (System.getProperty(PROPERTY) != null) return "the system property " + PROPERTY;
        boolean named = !Optional.ofNullable(System.getenv(VARIABLE)).orElse("").isBlank();
        return named ? VARIABLE : "the usual folders, as " + VARIABLE + " is not set";
    }

    /** A folder with at least one file of a set, and the files of it that are not there. */
    public record Place(Path folder, List<String> missing) {}

    /** Where files of a set are, be they as published or not. */
    public List<Place> places(NamedSet set) {
        List<Place> places = new ArrayList<>();
        for (Path folder : candidates(set)) {
            List<PublishedFile> missing = new ArrayList<>(missing(set, Part.TRAIN, folder));
            missing.addAll(missing(set, Part.TEST, folder));
            if (set.archive().flatMap(file -> file.in(folder)).isPresent()) places.add(new Place(folder, List.of()));
            else if (missing.size() < set.train().size() + set.test().size())
                places.add(new Place(
                        folder, missing.stream().map(PublishedFile::name).toList()));
        }
        return places;
    }

    /** Whether the files of both parts of a set lie there, be they as published or not. */
    public boolean hold(NamedSet set) {
        return candidates(set).stream()
                .anyMatch(
                        folder -> set.archive().flatMap(file -> file.in(folder)).isPresent()
                                || missing(set, Part.TRAIN, folder).isEmpty()
                                        && missing(set, Part.TEST, folder).isEmpty());
    }

    private List<Path> candidates(NamedSet set) {
        List<Path> folders = new ArrayList<>();
        for (Path root : roots) {
            Path own = root.resolve(set.name());
            folders.add(own);
            if (!set.unpacked().isEmpty()) folders.add(own.resolve(set.unpacked()));
        }
        return folders;
    }

    private static List<PublishedFile> missing(NamedSet set, Part part, Path folder) {
        return set.files(part).stream()
                .filter(file -> file.in(folder).isEmpty())
                .toList();
    }

    private static String incomplete(NamedSet set, Part part, Path folder) {
        return set.name() + ": " + folder + " lacks " + names(missing(set, part, folder)) + "; download from "
                + set.home() + " into it";
    }

    private String absent(NamedSet set, Part part) {
        String folders =
                roots.stream().map(root -> root.resolve(set.name()).toString()).collect(Collectors.joining(" or "));
        String here =
                Files.exists(Path.of(set.name())) ? "; what lies here under that name is --data ./" + set.name() : "";
        return set.name() + ": not found; download " + names(set.files(part)) + " from " + set.home() + " into "
                + folders + (System.getProperty(PROPERTY) == null ? ", or set " + VARIABLE : "") + here;
    }

    private static String names(List<PublishedFile> files) {
        return files.stream().map(PublishedFile::name).collect(Collectors.joining(", "));
    }
}
