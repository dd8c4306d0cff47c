package io.github.gan4j.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of cells under a header, written as aligned columns for people or as CSV (RFC 4180) for programs. A cell that is
 * NaN or infinite is empty.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?([eE][+-]?\\d{1,3})?");

    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();

    /** A table without rows. */
    public Table(Object... header) {
        rows.add(cells(header));
    }

    /** Aligns these columns, counted from 0, to the right. */
    public Table right(int... columns) {
        for (int column : columns) right.add(column);
        return this;
    }

    /**
     * Adds a row, a cell for each column of the header; the elements of a collection are a cell each.
     *
     * @throws IllegalArgumentException when there are more or fewer cells
     */
    public Table row(Object... values) {
        List<String> row = cells(values);
        if (row.size() != rows.get(0).size())
            throw new IllegalArgumentException(
                    "a row of this table has " + rows.get(0).size() + " cells, got " + row.size() + ": " + row);
        rows.add(row);
        return this;
    }

    private static List<String> cells(Object... values) {
        return Arrays.stream(values)
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : Stream.of(value))
                .map(value -> value instanceof Double number && !Double.isFinite(number) ? "" : String.valueOf(value))
                .toList();
    }

    /** Columns as wide as their widest cell, two blanks between; each line ends in a line feed. */
    public String text() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : GAP).append(right.contains(i) ? blanks + row.get(i) : row.get(i) + blanks);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Cells separated by commas, in quotes where they must be; each line ends in a line feed. */
    public String csv() {
        return rows.stream()
                .map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    /** An object for each row by the header, with what reads as a number as one. */
    public ArrayNode objects() {
        ArrayNode objects = Json.object().putArray("rows");
        for (List<String> row : rows.subList(1, rows.size())) {
            ObjectNode object = objects.addObject();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i), key = rows.get(0).get(i);
                if (NUMBER.matcher(cell).matches()) object.put(key, Double.parseDouble(cell));
                else object.put(key, cell);
            }
        }
        return objects;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
