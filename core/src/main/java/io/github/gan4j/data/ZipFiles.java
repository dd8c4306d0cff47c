package io.github.gan4j.data;

import io.github.gan4j.files.Zip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The files in a zip. Nothing is extracted, and no file is inflated beyond a bound. */
record ZipFiles(Path path, Zip zip, Map<String, String> entries, Listing listing) implements Archive {
    static ZipFiles open(Path path) throws IOException {
        Zip zip = Zip.open(path);
        List<String> notes = new ArrayList<>();
        if (zip.hasForeignNames()) notes.add(path + ": its names are not UTF-8 and are read as code page 437");
        Map<String, String> entries = Archive.entries(path, zip.names(), zip.twice(), notes);
        return new ZipFiles(
                path,
                zip,
                entries,
                Listing.of(entries.keySet(), notes, name -> Archive.head(() -> zip.open(entries.get(name)))));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return zip.open(entries.get(name));
    }

    @Override
    public long size(String name) {
        return zip.size(entries.get(name));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
