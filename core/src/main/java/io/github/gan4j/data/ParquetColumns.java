package io.github.gan4j.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gan4j.files.Parquet;
import io.github.gan4j.files.Parquet.Column;
import io.github.gan4j.files.Parquet.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which columns of a Parquet file hold the images and their classes, and what the classes are called.
 *
 * @param classes their names in order, from what Hugging Face writes into the file; empty where that is missing
 */
record ParquetColumns(Column image, Optional<Column> label, List<String> classes) {
    private static final List<String> IMAGES =
            List.of("image", "img", "images", "picture", "photo", "jpg", "jpeg", "png", "webp", "x", "data");

    private static final String HUGGING_FACE = "huggingface";
    private static final int MOST_NAMED = 8;

    static ParquetColumns of(Path file, Parquet parquet, Consumer<String> warn) throws IOException {
        String name = String.valueOf(file.getFileName());
        Map<String, List<String>> classes = classLabels(name, parquet, warn);
        Column image = image(file, parquet.columns(), warn);
        Optional<Column> label = label(name, parquet.columns(), image, classes, warn);
        return new ParquetColumns(image, label, names(label, classes));
    }

    /** @throws IOException when another file of the same set differs in what matters */
    ParquetColumns requireSame(Path file, Parquet parquet) throws IOException {
        List<Column> needed = new ArrayList<>(List.of(image));
        label.ifPresent(needed::add);
        for (Column column : needed)
            if (!parquet.columns().contains(column))
                throw new IOException(file + ": has no column " + column.name() + " of "
                        + column.kind().says() + ", as the first file of the set has; it has "
                        + described(parquet.columns()));
        if (!names(label, classLabels("", parquet, any -> {})).equals(classes))
            throw new IOException(file + ": gives its classes other names than the first file of the set");
        return this;
    }

    /** Only numbers stand for names. */
    private static List<String> names(Optional<Column> label, Map<String, List<String>> classes) {
        return label.filter(column -> column.kind() == Kind.WHOLE)
                .map(column -> classes.getOrDefault(column.name(), List.of()))
                .orElse(List.of());
    }

    private static Column image(Path file, List<Column> columns, Consumer<String> warn) throws IOException {
        List<Column> found = of(columns, column -> column.kind() == Kind.FILE);
        if (found.isEmpty()) found = of(columns, column -> column.kind() == Kind.BYTES);
        if (found.isEmpty())
            throw new IOException(
                    file + ": has no column of images, each as the bytes of a file; it has " + described(columns));
        return chosen(String.valueOf(file.getFileName()), "images", found, IMAGES, warn);
    }

    private static Optional<Column> label(
            String file, List<Column> columns, Column image, Map<String, List<String>> classes, Consumer<String> warn) {
        List<Column> found = new ArrayList<>(of(columns, column -> classes.containsKey(column.name())));
        if (found.stream().noneMatch(ParquetColumns::isUsual))
            found.addAll(0, of(columns, column -> isUsual(column) && !column.equals(image)));
        List<Column> unusable = of(found, column -> column.kind() != Kind.WHOLE && column.kind() != Kind.TEXT);
        found.removeAll(unusable);
        for (Column column : unusable)
            warn.accept(file + ": its column " + column.name() + " is not used: it holds "
                    + column.kind().says() + ", and a class is one whole number or text");
        if (!found.isEmpty()) return Optional.of(chosen(file, "classes", found, LabelTable.COLUMNS, warn));
        if (unusable.isEmpty())
            warn.accept(file + ": no column of labels (label, class, …) beside " + described(columns)
                    + "; the images are unlabelled");
        else warn.accept(file + ": the images are unlabelled");
        return Optional.empty();
    }

    private static boolean isUsual(Column column) {
        return LabelTable.COLUMNS.contains(column.name().toLowerCase(Locale.ROOT));
    }

    private static List<Column> of(List<Column> columns, Predicate<Column> wanted) {
        return columns.stream().filter(wanted).toList();
    }

    /** The first by usual names, then by their order in the file. */
    private static Column chosen(
            String file, String what, List<Column> found, List<String> usual, Consumer<String> warn) {
        Column first = usual.stream()
                .flatMap(name -> found.stream().filter(column -> column.name().equalsIgnoreCase(name)))
                .findFirst()
                .orElse(found.get(0));
        List<Column> others = of(found, column -> !column.equals(first));
        if (!others.isEmpty())
            warn.accept(file + ": the " + what + " are those of its column " + first.name() + "; "
                    + others.stream().map(Column::name).limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (others.size() == 1 ? " is" : " are") + " not used");
        return first;
    }

    private static String described(List<Column> columns) {
        return columns.stream()
                        .limit(MOST_NAMED)
                        .map(column -> column.name() + " (" + column.kind().says() + ")")
                        .collect(Collectors.joining(", "))
                + (columns.size() > MOST_NAMED ? ", …" : "");
    }

    /** Columns whose classes have names, with these. */
    private static Map<String, List<String>> classLabels(String file, Parquet parquet, Consumer<String> warn) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try {
            JsonNode features = new ObjectMapper()
                    .readTree(parquet.metadata().getOrDefault(HUGGING_FACE, "{}"))
                    .path("info")
                    .path("features");
            features.properties().forEach(feature -> {
                if (!feature.getValue().path("_type").asText().equals("ClassLabel")) return;
                List<String> names = new ArrayList<>();
                feature.getValue().path("names").forEach(name -> names.add(name.asText()));
                found.put(feature.getKey(), names);
            });
        } catch (JsonProcessingException damaged) {
            warn.accept(file + ": the names of its classes cannot be read; classes are numbers");
        }
        return found;
    }
}
