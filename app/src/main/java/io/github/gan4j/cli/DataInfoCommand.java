package io.github.gan4j.cli;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.PublishedFile;
import io.github.gan4j.data.PublishedFile.Form;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan4j data info}: what lies at a path, or what is known about a set. */
@Command(
        name = "info",
        description = "Say what data hold: how many images, their size, their classes.",
        footer = {"", "For a set by name, also where it is published and whether it is here."})
final class DataInfoCommand implements Callable<Integer> {
    @Mixin
    private DataChoice choice;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ImageSource source = choice.source(0);
        if (source instanceof DataSource.Published set)
            out.print(known(NamedSet.named(set.set()).orElseThrow()));
        Path path = source.place(choice.part());
        ImageSet images =
                source.images(choice.part(), new Notices(spec.commandLine().getErr()));
        out.println(path + ": " + images.describe());
        if (images.labelled()) out.print(classes(images));
        out.println("checksum " + images.checksum());
        return 0;
    }

    private static String known(NamedSet set) {
        StringBuilder text =
                new StringBuilder("%s: %s%npublished at %s%n".formatted(set.name(), set.title(), set.home()));
        for (Part part : Part.values()) for (PublishedFile file : set.files(part)) text.append(line(file));
        return text.toString();
    }

    private static String line(PublishedFile file) {
        Form form = file.forms().get(0);
        return "%13s bytes  %-26s  %s%n"
                .formatted(
                        Numbers.grouped(form.bytes()),
                        form.name(),
                        form.md5().map(md5 -> "MD5 " + md5).orElse("checked by length only"));
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
