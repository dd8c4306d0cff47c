package io.github.gan4j.data;

import io.github.gan4j.files.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The files of labels beside images: a {@code dataset.json}, else a table, else a {@code .cls} file for each image. They are
 * looked for in the root and in the folders around all images. Each is used, or a line says why not.
 */
final class LabelFiles {
    private static final String CLS = "cls";
    private static final String ELSEWHERE = "the classes come from another file";
    private static final int MOST_NAMED = 5;

    private static final Set<String> PER_IMAGE = Set.of("json", "txt", "xml");
    private static final Set<FileKind> TEXTS =
            EnumSet.of(FileKind.TEXT, FileKind.EMPTY, FileKind.ZEROS, FileKind.OTHER);
    private static final Set<String> SHEETS = Set.of("xlsx", "xls", "ods");
    private static final Pattern LABELS = Pattern.compile(
            ".*(label|class|annotation|categor|target|metadata|attr).*\\.(txt|json|xml|yaml|yml|mat|pkl|parquet)",
            Pattern.CASE_INSENSITIVE);

    private final ImageFiles files;
    private final List<String> images;
    private final Consumer<String> warn;
    private final String around;
    private int unused;

    LabelFiles(ImageFiles files, List<String> images, Consumer<String> warn) {
        this.files = files;
        this.images = images;
        this.warn = warn;
        around = LabelPaths.around(files.names());
    }

    /**
     * The classes that files say, if any.
     *
     * @param folders whether sub-folders give classes, too
     * @throws IOException in one line, when a file of labels cannot be read or does not fit the images
     */
    Optional<FolderLabels> find(boolean folders) throws IOException {
        Optional<FolderLabels> found = Optional.empty();
        List<String> jsons = beside(Listing.DATASET);
        for (String file : jsons) {
            if (found.isPresent()) passedOver(file, "the classes come from another " + Listing.DATASET);
            else found = fromJson(file);
        }
        if (found.isPresent()) tables().forEach(file -> passedOver(file, ELSEWHERE));
        else found = fromTables(folders);
        Map<String, String> each = perImage();
        if (!each.isEmpty() && found.isPresent()) passedOver("." + CLS + " files", ELSEWHERE);
        if (!each.isEmpty() && found.isEmpty()) found = fromEach(each);
        nearMisses();
        countOthers();
        // the sub-folders of a set that was packed with or without classes are no classes themselves
        return found.isEmpty() && !jsons.isEmpty() ? Optional.of(FolderLabels.NONE) : found;
    }

    /** Files that may hold labels in a form that is not read. */
    private void nearMisses() {
        for (String file : files.listing().texts())
            if (Listing.TABLES.contains(Listing.ending(file)) && !isAround(file))
                passedOver(file, "it lies in a sub-folder, not beside all images");
        Set<String> samples = new HashSet<>(); // also those whose labels lie in a folder of their own
        for (String image : images) samples.add(Listing.last(sample(image)));
        Map<String, List<String>> beside = new TreeMap<>();
        for (String file : files.listing().rest().stream().sorted().toList()) {
            String ending = Listing.ending(file);
            if (PER_IMAGE.contains(ending) && samples.contains(Listing.last(sample(file))))
                beside.computeIfAbsent(ending, any -> new ArrayList<>()).add(file);
            else if (isAround(file)
                    && (SHEETS.contains(ending)
                            || LABELS.matcher(Listing.last(file)).matches()))
                passedOver(
                        file,
                        "labels are read from " + Listing.DATASET + ", a table (.csv, .tsv or .jsonl) or .cls files");
        }
        beside.forEach((ending, found) -> passedOver(
                "." + ending + " files named like the images (" + found.size() + ", as " + found.get(0) + ")",
                "labels beside each image are read from .cls files"));
    }

    /** Says of every file of labels that it is not used, and why. */
    void passOver(String why) {
        List<String> all = new ArrayList<>(beside(Listing.DATASET));
        all.addAll(tables());
        all.forEach(file -> passedOver(file, why));
        if (!perImage().isEmpty()) passedOver("." + CLS + " files", why);
        countOthers();
    }

    private void passedOver(String file, String why) {
        if (unused++ < MOST_NAMED) warn.accept(file + ": is not used: " + why);
    }

    private void countOthers() {
        if (unused > MOST_NAMED) warn.accept("and " + (unused - MOST_NAMED) + " more files of labels are not used");
    }

    /** Files of a name in the root or a folder around all images, the outermost first. */
    private List<String> beside(String name) {
        List<String> found = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String file : files.listing().texts())
            if (Listing.last(file).equalsIgnoreCase(name)) (isAround(file) ? found : elsewhere).add(file);
        elsewhere.forEach(file -> passedOver(file, "it lies in a sub-folder, not beside all images"));
        found.sort((one, other) -> Integer.compare(one.length(), other.length()));
        return found;
    }

    private List<String> tables() {
        return files.listing().texts().stream()
                .filter(file -> Listing.TABLES.contains(Listing.ending(file)) && isAround(file))
                .toList();
    }

    private boolean isAround(String file) {
        return around.startsWith(file.substring(0, file.lastIndexOf('/') + 1));
    }

    private String text(String file) throws IOException {
        try {
            byte[] bytes = files.bytes(file);
            FileKind kind = FileKind.of(bytes);
            if (!TEXTS.contains(kind)) throw new IOException(file + ": is " + kind.says() + ", not a text");
            return PlainText.of(bytes);
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage().contains(Listing.last(file)) ? e.getMessage() : file + ": " + e.getMessage(), e);
        }
    }

    private Optional<FolderLabels> fromJson(String file) throws IOException {
        Optional<LabelList> list = new DatasetJson(file).read(text(file), warn);
        if (list.isEmpty()) return Optional.empty();
        FolderLabels labels = labels(list.get(), warn);
        return Optional.of(new FolderLabels(labels.labels(), classNames(file, labels.names())));
    }

    /** Paths in a file are seen from the folder that it lies in. */
    private FolderLabels labels(LabelList list, Consumer<String> warn) throws IOException {
        int folder = list.file().lastIndexOf('/') + 1;
        return new LabelPaths(list, cut(images, folder), cut(files.names(), folder)).labels(warn);
    }

    private static List<String> cut(List<String> paths, int folder) {
        return paths.stream().map(path -> path.substring(folder)).toList();
    }

    private List<String> classNames(String json, List<String> usual) throws IOException {
        String folder = json.substring(0, json.lastIndexOf('/') + 1);
        for (String file : files.listing().texts())
            if (file.equalsIgnoreCase(folder + ClassNames.FILE))
                return ClassNames.of(text(file), usual, problem -> warn.accept(file + ": " + problem));
        return usual;
    }

    /** The classes of a table, and what to say of it if it is the one that is used. */
    private record Fitting(String file, FolderLabels labels, List<String> remarks) {
        boolean tellsApart() {
            return Arrays.stream(labels.labels()).distinct().count() > 1;
        }
    }

    /** The first table that fits and tells images apart, as an example of a submission does not; else the first that fits. */
    private Optional<FolderLabels> fromTables(boolean folders) {
        Map<String, String> refused = new LinkedHashMap<>();
        List<Fitting> fitting = tables().stream()
                .flatMap(file -> fromTable(file, folders, refused).stream())
                .toList();
        if (fitting.isEmpty()) fitting = fromParts(folders, refused).stream().toList();
        refused.forEach(this::passedOver);
        List<Fitting> all = fitting;
        Optional<Fitting> best = all.stream()
                .filter(Fitting::tellsApart)
                .findFirst()
                .or(() -> all.stream().findFirst());
        best.ifPresent(used -> {
            used.remarks.forEach(warn);
            all.stream().filter(other -> other != used).forEach(other -> passedOver(other.file, ELSEWHERE));
        });
        return best.map(Fitting::labels);
    }

    /** Tables called as parts, as {@code train.csv} and {@code val.csv}, that give the classes of all images together. */
    private Optional<Fitting> fromParts(boolean folders, Map<String, String> refused) {
        List<String> parts = tables().stream()
                .filter(file -> PartName.in(Listing.last(file)) != PartName.NONE)
                .toList();
        if (parts.size() < 2) return Optional.empty();
        String name = String.join(" and ", parts);
        try {
            List<LabelList.Entry> entries = new ArrayList<>();
            for (String part : parts)
                entries.addAll(
                        LabelTable.of(part, text(part), images, folders).list().entries());
            List<String> remarks = new ArrayList<>();
            FolderLabels labels = labels(new LabelList(name, entries), remarks::add);
            remarks.add(name + ": give the classes together; all images are of one part");
            refused.keySet().removeAll(parts);
            return Optional.of(new Fitting(name, labels, remarks));
        } catch (IOException unsuitable) {
            return Optional.empty();
        }
    }

    private Optional<Fitting> fromTable(String file, boolean folders, Map<String, String> refused) {
        try {
            LabelTable table = LabelTable.of(file, text(file), images, folders);
            List<String> remarks = new ArrayList<>();
            FolderLabels labels = labels(table.list(), remarks::add);
            remarks.add(file + ": gives the classes"
                    + (table.column().isEmpty() ? "" : ", by its column " + table.column()));
            table.parts()
                    .ifPresent(parts -> remarks.add(file + ": its column " + parts
                            + ", which names parts, is not used: all images are of one part"));
            return Optional.of(new Fitting(file, labels, remarks));
        } catch (IOException unsuitable) {
            String why = unsuitable.getMessage();
            refused.put(file, why.startsWith(file + ": ") ? why.substring(file.length() + 2) : why);
            return Optional.empty();
        }
    }

    /** The {@code .cls} files of a webdataset, by what stands before the first dot of their names. */
    private Map<String, String> perImage() {
        Map<String, String> found = new HashMap<>();
        for (String file : files.listing().texts()) if (Listing.ending(file).equals(CLS)) found.put(sample(file), file);
        return found;
    }

    private static String sample(String file) {
        int dot = file.indexOf('.', file.lastIndexOf('/') + 1);
        return dot < 0 ? file : file.substring(0, dot);
    }

    private Optional<FolderLabels> fromEach(Map<String, String> each) throws IOException {
        Optional<String> without = images.stream()
                .filter(image -> !each.containsKey(sample(image)))
                .findFirst();
        if (without.isPresent()) {
            passedOver("." + CLS + " files", "there is none for " + without.get());
            return Optional.empty();
        }
        List<LabelList.Entry> entries = new ArrayList<>();
        for (String image : images)
            entries.add(new LabelList.Entry(image, text(each.get(sample(image))).strip()));
        return Optional.of(new LabelPaths(new LabelList("." + CLS + " files", entries), images, images).labels(warn));
    }
}
