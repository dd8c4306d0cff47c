package io.github.gan4j.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.PublishedFile.Form;
import io.github.gan4j.data.PublishedFile.Found;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the files of a named set are those that were published, by length and, where one is known, by MD5. What was found
 * is remembered in the user's cache, where that can be written, until a file changes.
 */
final class PublishedCheck {
    private static final int MOST_BYTES = 1 << 16;

    private PublishedCheck() {}

    /** @throws IOException when a file is another than was published; one line with what to do */
    static void require(NamedSet set, List<PublishedFile> files, Path folder) throws IOException {
        CacheFolder cache = CacheFolder.usual();
        String memory = memory(folder);
        ObjectNode known = remembered(cache.found(memory));
        boolean news = false;
        for (PublishedFile file : files) {
            Found found = file.in(folder).orElseThrow(() -> new IOException(folder + ": has no " + file.name()));
            Form form = found.form();
            Path path = found.path();
            long bytes = Files.size(path);
            if (bytes != form.bytes())
                throw refused(set, folder, form.name() + " must have " + form.bytes() + " bytes, got " + bytes);
            if (form.md5().isEmpty()) continue;
            String stamp = form.md5().get() + " " + bytes + " " + Files.getLastModifiedTime(path);
            if (known.path(form.name()).asText().equals(stamp)) continue;
            String md5 = Checksum.md5(path);
            if (!md5.equals(form.md5().get()))
                throw refused(
                        set,
                        folder,
                        path.getFileName() + " must have the MD5 " + form.md5().get() + ", got " + md5);
            known.put(form.name(), stamp);
            news = true;
        }
        if (news) remember(cache, memory, known);
    }

    private static IOException refused(NamedSet set, Path folder, String what) {
        return new IOException(set.name() + ": " + what + " (in " + folder + "); download it again from " + set.home()
                + ", or name the folder by its path to use it as it is");
    }

    private static String memory(Path folder) throws IOException {
        byte[] place = folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
        return "checked-" + Checksum.sha256(place).substring(0, 16) + ".json";
    }

    private static ObjectNode remembered(Optional<Path> memory) {
        try {
            if (memory.isPresent() && Files.size(memory.get()) <= MOST_BYTES)
                return Json.parse(Files.readAllBytes(memory.get()));
        } catch (IOException forgotten) {
            // then it is found out again
        }
        return Json.object();
    }

    private static void remember(CacheFolder cache, String memory, ObjectNode known) {
        try {
            AtomicFile.writeString(cache.file(memory), known.toPrettyString() + "\n");
        } catch (IOException unwritable) {
            // then it is found out again the next time
        }
    }
}
