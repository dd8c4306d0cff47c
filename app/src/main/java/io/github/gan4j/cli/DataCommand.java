package io.github.gan4j.cli;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.Source;
import io.github.gan4j.data.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j data}: looks at data before anything is trained on it. */
@Command(name = "data", description = "Look at data before training on it.")
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "data of what? as in: gan4j data info PATH");
    }

    @Command(name = "info", description = "Say what lies at a path: how many images, their size, their classes.")
    void info(
            @Parameters(paramLabel = "PATH", description = "A folder or zip of images, or IDX (MNIST) or CIFAR files.")
                    Path path)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        ImageSet images = Sources.images(Source.at(path, 0, line -> err.println("gan4j: " + line)), Part.TRAIN);
        out.println(path + ": " + images.describe());
        if (images.labelled()) out.print(classes(images));
        out.println("checksum " + images.checksum());
        err.flush();
    }

    private static String classes(ImageSet images) {
        int[] counts = new int[images.labelNames().size()];
        for (int i = 0; i < images.size(); i++) counts[images.label(i)]++;
        StringBuilder lines = new StringBuilder();
        for (int label = 0; label < counts.length; label++)
            lines.append(
                    "%8d  %s%n".formatted(counts[label], images.labelNames().get(label)));
        return lines.toString();
    }
}
