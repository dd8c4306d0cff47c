package io.github.gan4j.data;

import io.github.gan4j.files.ImageKind;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a folder or archive by what is done with them; all are paths inside with slashes.
 *
 * @param images what is read, in order
 * @param texts what may say classes: {@code dataset.json}, {@code class_names.txt}, tables, {@code .cls} files
 * @param passedOver how many images lie in each hidden folder or folder of a system, by its name
 * @param rest all other files that are not hidden
 * @param notes sentences about names that are odd
 */
record Listing(
        List<String> images,
        List<String> texts,
        Map<String, Integer> passedOver,
        List<String> rest,
        List<String> notes) {
    static final String DATASET = "dataset.json";

    /** What NAS systems, desktops and file systems put beside people's files. */
    private static final Set<String> OF_SYSTEMS = Set.of(
            "@eadir",
            "@__thumb",
            "@recycle",
            "#recycle",
            "#snapshot",
            "$recycle.bin",
            "recycler",
            "system volume information",
            "__macosx",
            "lost+found",
            "thumbs.db");

    /** What is read as a table of labels. */
    static final Set<String> TABLES = Set.of("csv", "tsv", "jsonl", "ndjson");

    /** Files that hold others. */
    private static final Set<String> ARCHIVES =
            Set.of("zip tar tgz gz tbz2 bz2 xz txz zst 7z rar parquet npz npy h5 hdf5 lmdb tfrecord".split(" "));

    private static final int MOST_ENDINGS = 3;
    private static final int MOST_FOLDERS = 10;

    /** The beginning of a file, by its name. */
    interface Heads {
        /** The first {@link ImageKind#HEAD} bytes, or all of a shorter file. */
        byte[] head(String name) throws IOException;
    }

    static Listing of(Collection<String> names, List<String> notes, Heads heads) {
        Set<String> images = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        Map<String, Integer> passedOver = new TreeMap<>();
        List<String> rest = new ArrayList<>(), hidden = new ArrayList<>();
        for (String name : names) {
            String hiding = hiding(name);
            if (!hiding.isEmpty()) {
                boolean counts = ImageFiles.endsLikeImage(name) && !hiding.startsWith("._");
                if (counts && hiding.equals(last(name))) hidden.add(name);
                else if (counts) passedOver.merge(hiding, 1, Integer::sum);
            } else if (TABLES.contains(ending(name)) || ending(name).equals("cls") || isText(name)) texts.add(name);
            else if (ImageFiles.endsLikeImage(name) || isImage(name, heads)) images.add(name);
            else rest.add(name);
        }
        texts.sort(null);
        List<String> said = new ArrayList<>(notes);
        if (!hidden.isEmpty())
            said.add(Numbers.of(hidden.size(), "hidden image") + " passed over, as " + Collections.min(hidden));
        return new Listing(List.copyOf(images), texts, passedOver, rest, said);
    }

    /** By its contents; one without an ending that cannot even be opened is named when it cannot be read. */
    private static boolean isImage(String name, Heads heads) {
        try {
            return ImageKind.of(heads.head(name)).isImage();
        } catch (IOException unreadable) {
            return ending(name).isEmpty();
        }
    }

    /** Names inside an archive without what would lead out of it: {@code ./a}, {@code ../a}, {@code /a} and {@code \a} are a. */
    static String inside(String name) {
        List<String> pieces = new ArrayList<>();
        for (String piece : name.replace('\\', '/').split("/"))
            if (!piece.isEmpty() && !piece.equals(".") && !piece.equals("..")) pieces.add(piece);
        return String.join("/", pieces);
    }

    static boolean isVisible(String name) {
        return hiding(name).isEmpty();
    }

    /** The hidden folder or folder of a system that a file lies in, or its own hidden name; else nothing. */
    private static String hiding(String name) {
        for (String piece : name.split("/")) if (isPassedOver(piece)) return piece;
        return "";
    }

    /** Whether a folder or file of this name is not looked into. */
    static boolean isPassedOver(String piece) {
        return piece.startsWith(".") || OF_SYSTEMS.contains(piece.toLowerCase(Locale.ROOT));
    }

    /** The name of a file without the folders that it is in. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    static String ending(String name) {
        String last = last(name);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(String name) {
        String last = last(name);
        return last.equalsIgnoreCase(DATASET) || last.equalsIgnoreCase(ClassNames.FILE);
    }

    /** All files that are not hidden. */
    Stream<String> all() {
        return Stream.of(images, texts, rest).flatMap(List::stream);
    }

    /** What to know before the images are read: one sentence each. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(notes);
        int count = passedOver.values().stream().mapToInt(Integer::intValue).sum();
        if (count > 0)
            remarks.add(Numbers.of(count, "image") + " passed over in "
                    + passedOver.entrySet().stream()
                            .limit(MOST_FOLDERS)
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", "))
                    + (passedOver.size() > MOST_FOLDERS ? ", …" : ""));
        List<String> archives =
                rest.stream().filter(name -> ARCHIVES.contains(ending(name))).toList();
        if (!archives.isEmpty())
            remarks.add(archives.get(0)
                    + (archives.size() == 1
                            ? " is"
                            : " and " + Numbers.of(archives.size() - 1, "more archive") + " are")
                    + " not looked into; unpack " + (archives.size() == 1 ? "it" : "them")
                    + " to use what is inside");
        return remarks;
    }

    /** What lies there where there are no images, for a message. */
    String instead() {
        Map<String, Integer> all = new TreeMap<>();
        for (List<String> each : List.of(texts, rest))
            for (String name : each) all.merge(ending(name), 1, Integer::sum);
        all.keySet().removeIf(ending -> !ending.matches("[\\p{L}\\p{N}_-]{0,12}")); // others are no endings
        if (rest.stream().anyMatch(CifarFolder::isPickled)) return "; " + CifarFolder.PICKLED;
        if (all.isEmpty()) return "";
        return "; it holds "
                + all.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST_ENDINGS)
                        .map(entry -> Numbers.of(entry.getValue(), "file")
                                + (entry.getKey().isEmpty() ? " without an ending" : " ending in ." + entry.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
