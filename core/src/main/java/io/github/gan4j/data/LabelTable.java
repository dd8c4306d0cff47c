package io.github.gan4j.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Classes in a table: a row for each image, one column with its path and one with its class, with or without a header,
 * separated by commas, semicolons, tabs or bars; or a JSON object in each line, whose keys are the header.
 *
 * @param column the name of the column of classes; nothing without a header
 * @param parts the name of a column that says which rows are to train on and which to judge with
 */
record LabelTable(LabelList list, String column, Optional<String> parts) {
    static final List<String> COLUMNS = List.of(
            "label",
            "labels",
            "class",
            "class_name",
            "classname",
            "class_id",
            "category",
            "target",
            "species",
            "breed",
            "y");

    private static final Set<String> PATHS = Set.of(
            "file",
            "filename",
            "file_name",
            "path",
            "filepath",
            "file_path",
            "image",
            "image_id",
            "image_name",
            "id",
            "name",
            "img");

    /** What programs write where there is no value. */
    private static final Set<String> MISSING = Set.of("", "nan", "<na>", "null", "n/a");

    /** What Excel writes above a table. */
    private static final Pattern SEPARATOR = Pattern.compile("sep=(.)\\R", Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_CAPTIONS = 5;

    /** Where a table has a column of paths and one of classes, and whether its first row is a header. */
    private record Columns(int path, int label, boolean header) {}

    /**
     * The classes in a table.
     *
     * @param images paths of the images, of which the column of paths must name most
     * @param certain whether only a column with a usual name is taken for classes
     * @throws IOException in words that go after "is not used: ", when it is not clear which columns are meant
     */
    static LabelTable of(String file, String text, List<String> images, boolean certain) throws IOException {
        boolean separated = List.of("csv", "tsv").contains(Listing.ending(file));
        List<List<String>> rows = separated ? rows(text) : objects(text);
        if (rows.isEmpty()) throw new IOException("it is empty");
        Columns columns = columns(rows, images, certain);
        List<LabelList.Entry> entries = new ArrayList<>();
        for (List<String> row : rows.subList(columns.header ? 1 : 0, rows.size())) {
            if (row.size() <= Math.max(columns.path, columns.label) || isMissing(row.get(columns.label)))
                throw new IOException(
                        "row " + (rows.indexOf(row) + (separated ? 1 : 0)) + " has no class: " + String.join(",", row));
            entries.add(new LabelList.Entry(
                    row.get(columns.path), row.get(columns.label).strip()));
        }
        String column = columns.header ? rows.get(0).get(columns.label).strip() : "";
        if (!COLUMNS.contains(column.toLowerCase(Locale.ROOT))) requireClasses(column, entries);
        return new LabelTable(new LabelList(file, entries), column, parts(rows, columns));
    }

    private static boolean isMissing(String cell) {
        return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** Captions, numbers of rows and measurements are no classes: hardly two images have the same. */
    private static void requireClasses(String column, List<LabelList.Entry> entries) throws IOException {
        long images = entries.stream().map(LabelList.Entry::path).distinct().count();
        long different = entries.stream().map(LabelList.Entry::label).distinct().count();
        if (images >= FEWEST_CAPTIONS && 2 * different > images)
            throw new IOException("its column " + (column.isEmpty() ? "" : column + " ") + "has " + different
                    + " different values for " + images + " images; if these are classes, name it \"label\"");
    }

    /** The column that names parts, as train and test; one that has only one of them says nothing. */
    private static Optional<String> parts(List<List<String>> rows, Columns columns) {
        if (!columns.header) return Optional.empty();
        List<List<String>> body = rows.subList(1, rows.size());
        return IntStream.range(0, rows.get(0).size())
                .filter(column -> column != columns.path && column != columns.label)
                .filter(column -> body.stream()
                        .allMatch(row -> row.size() > column
                                && PartName.isOne(row.get(column).strip())))
                .filter(column ->
                        body.stream().map(row -> row.get(column)).distinct().count() > 1)
                .mapToObj(column -> rows.get(0).get(column).strip())
                .findFirst();
    }

    private static List<List<String>> rows(String whole) throws IOException {
        Matcher said = SEPARATOR.matcher(whole);
        String text = said.lookingAt() ? whole.substring(said.end()) : whole;
        String first = text.lines().findFirst().orElse("");
        char separator = said.lookingAt()
                ? said.group(1).charAt(0)
                : Stream.of(',', ';', '\t', '|')
                        .max(Comparator.comparingLong(
                                each -> first.chars().filter(c -> c == each).count()))
                        .orElseThrow();
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .withFeatures(
                        CsvParser.Feature.WRAP_AS_ARRAY,
                        CsvParser.Feature.SKIP_EMPTY_LINES,
                        CsvParser.Feature.TRIM_SPACES)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(text)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.hasNextValue()) all.add(List.of(rows.nextValue()));
            return all;
        } catch (JsonProcessingException e) {
            throw new IOException("it is not a valid table: " + Reason.of(e), e);
        }
    }

    /** The keys of the first object, then the values of each; what is no text or number is as good as empty. */
    private static List<List<String>> objects(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            if (line.isBlank()) continue;
            ObjectNode object;
            try {
                object = Json.parse(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IOException("line " + number + ": " + e.getMessage(), e);
            }
            if (rows.isEmpty())
                rows.add(object.properties().stream().map(Map.Entry::getKey).toList());
            List<String> row = new ArrayList<>();
            for (String key : rows.get(0))
                row.add(object.path(key).isNull() ? "" : object.path(key).asText());
            rows.add(row);
        }
        return rows;
    }

    private static Columns columns(List<List<String>> rows, List<String> images, boolean certain) throws IOException {
        Set<String> known = new HashSet<>();
        for (String image : images) known.add(key(image));
        List<String> first = rows.get(0);
        List<String> body = rows.get(rows.size() > 1 ? rows.size() / 2 : 0);
        int path = IntStream.range(0, first.size())
                .filter(column -> names(rows, column, known))
                .boxed()
                .max(Comparator.comparing(
                        column -> PATHS.contains(first.get(column).strip().toLowerCase(Locale.ROOT))))
                .orElseThrow(() -> new IOException("no column of it names the images, as " + images.get(0)));
        boolean header = !known.contains(key(first.get(path)));
        Optional<Integer> named = COLUMNS.stream()
                .map(usual -> column(first, usual))
                .filter(column -> column >= 0 && column != path)
                .findFirst();
        if (header && named.isPresent()) return new Columns(path, named.get(), true);
        if (first.size() == 2 && body.size() == 2 && !certain) return new Columns(path, 1 - path, header);
        throw new IOException("it is not clear which of its columns "
                + (header
                        ? "(" + String.join(", ", first.subList(0, Math.min(8, first.size())))
                                + (first.size() > 8 ? ", …)" : ")") + " "
                        : "")
                + "is the class; name one \"label\"");
    }

    private static int column(List<String> header, String name) {
        return IntStream.range(0, header.size())
                .filter(column -> header.get(column).strip().equalsIgnoreCase(name))
                .findFirst()
                .orElse(-1);
    }

    /** Whether most rows have in a column what may be the path of an image. */
    private static boolean names(List<List<String>> rows, int column, Set<String> known) {
        long found = rows.stream()
                .filter(row -> row.size() > column && known.contains(key(row.get(column))))
                .count();
        return 2 * found >= rows.size() || found > 0 && 2 * found >= known.size();
    }

    /** The file name in small letters without its ending. */
    private static String key(String path) {
        String name = Listing.last(Listing.inside(path.strip())).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
