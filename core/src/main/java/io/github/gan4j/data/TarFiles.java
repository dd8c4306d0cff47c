package io.github.gan4j.data;

import io.github.gan4j.files.Tar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files in a tar archive, plain or through gzip. */
record TarFiles(Path path, Tar tar, Map<String, String> entries, Listing listing) implements Archive {
    static TarFiles open(Path path) throws IOException {
        Tar tar = Tar.open(path);
        Map<String, String> entries = new HashMap<>();
        for (String name : tar.names()) entries.put(Listing.inside(name), name);
        return new TarFiles(
                path,
                tar,
                entries,
                Listing.of(entries.keySet(), List.of(), name -> Archive.head(() -> tar.open(entries.get(name)))));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return tar.open(entries.get(name));
    }

    @Override
    public long size(String name) {
        return tar.size(entries.get(name));
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
