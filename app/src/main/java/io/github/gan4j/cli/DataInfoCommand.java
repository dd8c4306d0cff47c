package io.github.gan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.cli.options.DataChoice;
import io.github.gan4j.cli.terminal.ClassLines;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.data.ImageSource;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.data.Part;
import io.github.gan4j.data.PublishedFile;
import io.github.gan4j.data.PublishedFile.Form;
import io.github.gan4j.data.Survey.ClassCount;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gan4j data info}: what is at a path, or what is known about a set. */
@Command(
        name = "info",
        description = "Describe a data set: number of images, their size, their classes.",
        footer = {"", "For a data set by name, also where it is published and whether it has been found."})
final class DataInfoCommand extends Verb {
    @Mixin
    private DataChoice choice;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        ImageSource source = choice.source(0);
        if (source instanceof DataSource.Published set)
            publication(NamedSet.named(set.set()).orElseThrow());
        Path path = source.place(choice.part());
        ImageSet images = source.images(choice.part(), screen::notice);
        screen.say(path + ": " + images.describe());
        if (images.labelled()) classes(images);
        screen.say("checksum " + images.checksum());
        if (machine)
            screen.json(Provenance.here()
                    .withChecksum(Provenance.DATA, images.checksum())
                    .onto(described(path, images)));
        return 0;
    }

    private static ObjectNode described(Path path, ImageSet images) {
        ObjectNode described = Json.object()
                .put("path", path.toString())
                .put("images", images.size())
                .put("height", images.shape().height())
                .put("width", images.shape().width())
                .put("channels", images.shape().channels())
                .put("checksum", images.checksum());
        if (images.labelled()) {
            int[] counts = counts(images);
            ArrayNode classes = described.putArray("classes");
            for (int label = 0; label < counts.length; label++)
                classes.addObject().put("name", images.labelNames().get(label)).put("images", counts[label]);
        }
        return described;
    }

    private static int[] counts(ImageSet images) {
        int[] counts = new int[images.labelNames().size()];
        for (int i = 0; i < images.size(); i++) counts[images.label(i)]++;
        return counts;
    }

    private void publication(NamedSet set) {
        screen.say(set.name() + ": " + set.title());
        screen.say("published at " + set.home());
        for (Part part : Part.values())
            for (PublishedFile file : set.files(part)) {
                Form form = file.forms().get(0);
                screen.say(
                        "%13s bytes  %-26s  %s",
                        Numbers.grouped(form.bytes()),
                        form.name(),
                        form.md5().map(md5 -> "MD5 " + md5).orElse("checked by length only"));
            }
    }

    private void classes(ImageSet images) {
        int[] counts = counts(images);
        ClassLines.of(IntStream.range(0, counts.length)
                        .mapToObj(label -> new ClassCount(images.labelNames().get(label), counts[label]))
                        .toList())
                .forEach(screen::say);
    }
}
