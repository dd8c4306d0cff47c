package io.github.gan4j.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text in lines of a width. Only spaces become line breaks, so that names and commands stay whole. */
public record TextLayout(int columns) {
    /** The widest first column of a table whose second column begins beside it. */
    private static final int WIDEST_NAME = 25;

    /** One row of a table. */
    public record Row(String name, String text) {}

    /** A paragraph whose lines after the first are indented. */
    public List<String> paragraph(String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : lines.isEmpty() ? "" : " ".repeat(indent))
                    .append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The width of the first column of a table: that of the widest name that has no line of its own. */
    public static int names(Stream<Row> rows) {
        return rows.mapToInt(row -> row.name().length())
                .filter(width -> width <= WIDEST_NAME)
                .max()
                .orElse(WIDEST_NAME);
    }

    public List<String> table(List<Row> rows) {
        return table(rows, names(rows.stream()));
    }

    /**
     * Rows of two columns; a name that is too wide has a line of its own.
     *
     * @param names the width of the first column
     */
    public List<String> table(List<Row> rows, int names) {
        int indent = names + 2;
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            boolean beside = row.name().length() <= names;
            if (!beside) lines.add(row.name());
            String name = beside ? row.name() : "";
            List<String> text = new TextLayout(columns - indent).paragraph(row.text(), 0);
            for (int i = 0; i < text.size(); i++)
                lines.add((i == 0 ? name + " ".repeat(indent - name.length()) : " ".repeat(indent)) + text.get(i));
        }
        return lines.stream().map(String::stripTrailing).toList();
    }
}
