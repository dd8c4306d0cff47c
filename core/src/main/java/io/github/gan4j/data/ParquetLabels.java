package io.github.gan4j.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The classes in a column of Parquet files.
 *
 * @param column its name; empty where there is none
 * @param classes names of the classes in order; empty where the column says all
 * @param labelOf the class of an image as it is written; empty where it has none
 */
record ParquetLabels(String column, List<String> classes, UnaryOperator<String> labelOf) implements Labelling {
    /** How sets write that a row has no class. */
    private static final String HIDDEN = "-1";

    @Override
    public FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) {
        if (column.isEmpty() || images.isEmpty()) return FolderLabels.NONE;
        List<LabelList.Entry> entries = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        for (String image : images) {
            entries.add(new LabelList.Entry(image, labelOf.apply(image)));
            labels.put(image, labelOf.apply(image));
        }
        try {
            requireAll(entries);
            FolderLabels found = new LabelList("column " + column, entries).of(images, labels);
            return classes.isEmpty() ? found : named(found);
        } catch (IOException unsuitable) {
            String why = unsuitable.getMessage();
            warn.accept((why.startsWith("column ") ? why : "column " + column + ": " + why)
                    + "; the images are unlabelled");
            return FolderLabels.NONE;
        }
    }

    private void requireAll(List<LabelList.Entry> entries) throws IOException {
        List<LabelList.Entry> without = entries.stream()
                .filter(entry -> entry.label().isEmpty() || entry.label().equals(HIDDEN))
                .toList();
        if (!without.isEmpty())
            throw new IOException(without.size() + " of " + entries.size() + " images have no class, as "
                    + without.get(0).path());
    }

    /** Numbers stand for names. */
    private FolderLabels named(FolderLabels found) throws IOException {
        if (found.names().size() > classes.size())
            throw new IOException("has the class " + (found.names().size() - 1) + ", but the file names "
                    + classes.size() + " classes, from 0 on");
        return new FolderLabels(found.labels(), classes);
    }
}
