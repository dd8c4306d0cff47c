package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Images in files of their own. */
record FileOriginals(ImageFiles files, List<String> names, Labelling labelling) implements Originals {
    static FileOriginals open(Path path, Labelling labelling, Consumer<String> warn) throws IOException {
        return of(ImageFiles.open(path), path, labelling, warn);
    }

    /** Closes the files when they are closed, or when this fails. */
    static FileOriginals of(ImageFiles files, Path path, Labelling labelling, Consumer<String> warn)
            throws IOException {
        try {
            // A folder of nothing but files that are not read is worth a report, too.
            List<String> names =
                    files.names().isEmpty() ? List.of() : ImageFolder.accepted(files, path, labelling, warn);
            return new FileOriginals(files, names, labelling);
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public int count() {
        return names.size();
    }

    @Override
    public String name(int image) {
        return names.get(image);
    }

    @Override
    public <T> T decoded(int image, Function<ImageFile.Content, T> use) throws IOException {
        return files.decoded(names.get(image), use);
    }

    @Override
    public FolderLabels labels(List<Integer> images, Consumer<String> warn) throws IOException {
        FolderLabels labels =
                labelling.of(files, images.stream().map(names::get).toList(), warn);
        ClassCounts.of(labels.labels(), labels.names()).notes().forEach(warn);
        return labels;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
