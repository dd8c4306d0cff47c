package io.github.gan4j.data;

import io.github.gan4j.files.Tar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files in a tar archive, plain or through gzip. */
record TarFiles(Path path, Tar tar, Map<String, String> entries, Listing listing) implements Archive {
    static TarFiles open(Path path) throws IOException {
        Tar tar = Tar.open(path);
        List<String> notes = new ArrayList<>();
        Map<String, String> entries = Archive.entries(path, tar.names(), tar.twice(), notes);
        return new TarFiles(
                path,
                tar,
                entries,
                Listing.of(entries.keySet(), notes, name -> Archive.head(() -> tar.open(entries.get(name)))));
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
