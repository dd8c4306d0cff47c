package io.github.gan4j.data;

import io.github.gan4j.files.ImageFile;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Images that one file holds together, or that are in memory anyway. */
record SetOriginals(ImageSet set) implements Originals {
    @Override
    public int count() {
        return set.size();
    }

    @Override
    public String name(int image) {
        return set.name(image);
    }

    @Override
    public <T> T decoded(int image, Function<ImageFile.Content, T> use) {
        return use.apply(new ImageFile.Content(set.picture(image), false, Set.of()));
    }

    @Override
    public FolderLabels labels(List<Integer> images, Consumer<String> warn) {
        int[] labels = set.labelled() ? images.stream().mapToInt(set::label).toArray() : new int[0];
        return new FolderLabels(labels, set.labelNames());
    }

    @Override
    public void close() {}
}
