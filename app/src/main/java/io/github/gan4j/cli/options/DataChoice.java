package io.github.gan4j.cli.options;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageFormat;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.Part;
import io.github.gan4j.settings.Settings;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data that a verb looks at. */
public final class DataChoice {
    @Parameters(
            paramLabel = "DATA",
            description = "A folder, zip or file, or the name of a data set: ${bundle:known.sets}.")
    private String data = "";

    @Option(names = "--test", description = "Use the test set, where the data set has one.")
    private boolean test;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "File format, as data.format in a plan (default: auto).")
    private Optional<String> name = Optional.empty();

    public String word() {
        return data;
    }

    public Part part() {
        return test ? Part.TEST : Part.TRAIN;
    }

    /** @throws IllegalArgumentException when no data is named, or none that is in files */
    public ImageSource source(int size) {
        if (data.isBlank()) throw new IllegalArgumentException("DATA must name a folder, zip, file or set, got ''");
        if (name.isPresent()) {
            ImageFormat format = Settings.read(ImageFormat.class, TextNode.valueOf(name.get()), "--source");
            return new DataSource.Images(data, format, size, 0, false);
        }
        if (DataSource.of(data) instanceof ImageSource files) return files.sized(size, 0);
        throw new IllegalArgumentException("DATA must name images in files, got '" + data + "', which has no end");
    }
}
