package io.github.gan4j.studio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Both files of a checkpoint, kept out of reach while a training that ends makes room for its last one. */
record SetAside(Path folder, List<Path> files) implements AutoCloseable {
    /** @param tensors the safetensors file; its JSON lies beside it */
    static SetAside of(Path tensors) throws IOException {
        Path json = tensors.resolveSibling(tensors.getFileName().toString().replace(".safetensors", ".json"));
        Path folder = Files.createTempDirectory("gan4j-checkpoint");
        List<Path> files = List.of(tensors, json); // the JSON last: it is what makes a checkpoint count
        for (Path file : files) Files.copy(file, folder.resolve(file.getFileName()));
        return new SetAside(folder, files);
    }

    /** Copies back what has gone meanwhile. */
    void putBack() throws IOException {
        for (Path file : files) if (!Files.exists(file)) Files.copy(folder.resolve(file.getFileName()), file);
    }

    @Override
    public void close() throws IOException {
        List<Path> all = new ArrayList<>(
                files.stream().map(file -> folder.resolve(file.getFileName())).toList());
        all.add(folder);
        for (Path path : all) Files.deleteIfExists(path);
    }
}
