package io.github.gan4j.data;

import io.github.gan4j.files.Tar;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files in a folder of tar archives that are one set, as webdatasets are published: {@code train-000000.tar},
 * {@code train-000001.tar} and so on. Where two archives have a file of the same name, the names of archives go before those of files.
 */
record TarShards(Path path, List<Tar> tars, Map<String, Place> places, Listing listing) implements Archive {
    private static final Pattern NAME =
            Pattern.compile("(.*?)(?:[-_. ]?(\\d{1,9}))?\\.(?:tar|tgz|tar\\.gz)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_NAMED = 3;

    /** A file, by its name in one of the archives. */
    private record Place(Tar tar, String name) {}

    /** What lies in a folder. */
    private record Found(List<Path> archives, List<Path> others) {
        /** Images or folders beside archives are a set of their own. */
        boolean isShards() {
            return !archives.isEmpty()
                    && others.stream().noneMatch(each -> Files.isDirectory(each) || ImageFiles.isImage(last(each)));
        }
    }

    static boolean matches(Path folder) {
        try {
            if (!Files.isDirectory(folder)) return false;
            Found found = in(folder);
            return found.isShards() || toTrain(found).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Of folders called as parts, with such archives each, the one to train on. */
    private static Optional<Path> toTrain(Found found) throws IOException {
        if (!found.archives.isEmpty()) return Optional.empty();
        Optional<Path> train = found.others.stream()
                .filter(each -> PartName.isOne(last(each)) && PartName.in(last(each)) == PartName.TRAIN)
                .findFirst();
        if (train.isEmpty()) return Optional.empty();
        for (Path each : found.others)
            if (Files.isDirectory(each)
                    ? !PartName.isOne(last(each)) || !in(each).isShards()
                    : ImageFiles.isImage(last(each))) return Optional.empty();
        return train;
    }

    private static Found in(Path folder) throws IOException {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files)
                if (!Listing.isPassedOver(last(file)))
                    (NAME.matcher(last(file)).matches() && Files.isRegularFile(file) ? found.archives : found.others)
                            .add(file);
        }
        found.archives.sort(null);
        found.others.sort(null);
        return found;
    }

    /** @throws IOException in one line, when an archive cannot be read or it is not clear which are meant */
    static TarShards open(Path folder) throws IOException {
        Found found = in(folder);
        Optional<Path> train = toTrain(found);
        if (train.isEmpty()) return open(folder, found, new ArrayList<>());
        List<String> notes = new ArrayList<>(
                List.of("of the folders of tar archives " + last(train.get()) + " is used; name another to use it"));
        return open(train.get(), in(train.get()), notes);
    }

    private static TarShards open(Path folder, Found found, List<String> notes) throws IOException {
        List<Path> shards = oneSet(folder, found.archives, notes);
        List<Path> labels = found.others.stream()
                .filter(each -> Listing.TABLES.contains(Listing.ending(last(each)))
                        || Listing.ending(last(each)).equals("parquet")
                        || last(each).equalsIgnoreCase(Listing.DATASET))
                .toList();
        if (!labels.isEmpty())
            notes.add(named(labels) + ": not used, since the classes of images in tar archives are read from inside");
        List<Tar> tars = new ArrayList<>();
        try {
            for (Path shard : shards) tars.add(Tar.open(shard));
            Map<String, Place> places = places(folder, shards, tars, notes);
            return new TarShards(
                    folder,
                    tars,
                    places,
                    Listing.of(places.keySet(), notes, name -> Archive.head(() -> opened(places.get(name)))));
        } catch (IOException | RuntimeException e) {
            for (Tar tar : tars) tar.close();
            throw e;
        }
    }

    /** The archives of one name, or those to train on. */
    private static List<Path> oneSet(Path folder, List<Path> archives, List<String> notes) throws IOException {
        Map<String, List<Path>> sets = archives.stream()
                .collect(Collectors.groupingBy(file -> group(file, 1), TreeMap::new, Collectors.toList()));
        List<String> train = sets.keySet().stream()
                .filter(set -> PartName.in(set) == PartName.TRAIN)
                .toList();
        boolean parts = train.size() == 1 && sets.keySet().stream().noneMatch(set -> PartName.in(set) == PartName.NONE);
        if (sets.size() > 1 && !parts)
            throw new IOException(folder + ": holds tar archives of several names, " + named(archives)
                    + "; name one, or call those of one set by one name and a number (set-000000.tar)");
        List<Path> chosen = parts ? sets.get(train.get(0)) : archives;
        List<Path> rest =
                archives.stream().filter(each -> !chosen.contains(each)).toList();
        if (!rest.isEmpty())
            notes.add("of the tar archives those to train on are used (" + chosen.size() + "), not " + named(rest)
                    + "; name one to use it");
        missing(chosen, notes);
        return chosen;
    }

    private static void missing(List<Path> shards, List<String> notes) {
        List<Integer> numbers = shards.stream()
                .map(file -> group(file, 2))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .sorted()
                .distinct()
                .toList();
        if (numbers.size() < 2) return;
        int last = numbers.get(numbers.size() - 1), missing = last - numbers.get(0) + 1 - numbers.size();
        if (missing > 0)
            notes.add(Numbers.of(missing, "tar archive") + " between " + last(shards.get(0)) + " and "
                    + last(shards.get(shards.size() - 1)) + (missing == 1 ? " is" : " are") + " not there");
    }

    private static Map<String, Place> places(Path folder, List<Path> shards, List<Tar> tars, List<String> notes) {
        Map<String, Place> plain = new HashMap<>(), prefixed = new HashMap<>();
        Set<String> again = new TreeSet<>();
        for (int i = 0; i < tars.size(); i++) {
            Tar tar = tars.get(i);
            String shard = prefix(shards.get(i));
            Archive.entries(shards.get(i).getFileName(), tar.names(), tar.twice(), notes)
                    .forEach((inside, name) -> {
                        int leaf = inside.lastIndexOf('/') + 1;
                        String whole = inside.substring(0, leaf) + shard + inside.substring(leaf);
                        Place place = new Place(tar, name);
                        plain.put(inside, place);
                        if (prefixed.put(whole, place) != null) again.add(whole);
                    });
        }
        Archive.sayTwice(folder, again, notes);
        return plain.size() == prefixed.size() ? plain : prefixed;
    }

    /** The name of an archive without its ending; a dot in it would end the key that an image and its class have in common. */
    private static String prefix(Path shard) {
        return last(shard).replaceFirst("(?i)\\.(tar|tgz|tar\\.gz)$", "").replace('.', '_') + "-";
    }

    private static String group(Path file, int number) {
        Matcher name = NAME.matcher(last(file));
        return name.matches() && name.group(number) != null ? name.group(number) : "";
    }

    private static String named(List<Path> files) {
        String first = files.stream().limit(MOST_NAMED).map(TarShards::last).collect(Collectors.joining(", "));
        return first + (files.size() > MOST_NAMED ? " and " + (files.size() - MOST_NAMED) + " more" : "");
    }

    private static String last(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static InputStream opened(Place place) throws IOException {
        return place.tar.open(place.name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return opened(places.get(name));
    }

    @Override
    public long size(String name) {
        Place place = places.get(name);
        return place.tar.size(place.name);
    }

    @Override
    public void close() throws IOException {
        for (Tar tar : tars) tar.close();
    }
}
