package io.github.gan4j.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Latents that somebody gave a name: {@code latents/<name>.json} in the run folder, as {@code sample} reads them. */
record SavedLatents(RunFolder folder, Runs runs) {
    private static final String NAME = "[A-Za-z0-9_.]{1,60}";
    private static final int MOST = 1000;
    private static final int MOST_BYTES = 1 << 20;

    private Path place() {
        return folder.path().resolve("latents");
    }

    private Path file(String name) {
        if (!name.matches(NAME) || name.startsWith("."))
            throw new IllegalArgumentException(
                    "a latent's name is 1 to 60 letters, digits, dots and underscores, got '" + name + "'");
        return place().resolve(name + ".json");
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(place())) return names;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place(), "*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replaceAll("\\.json$", "");
                if (name.matches(NAME) && !name.startsWith(".") && names.size() < MOST) names.add(name);
            }
        }
        names.sort(null);
        return names;
    }

    float[] read(String name, int size) throws IOException {
        return LatentFile.read(runs.file(folder, file(name)), size).get(0);
    }

    /**
     * A saved latent.
     *
     * @param shares the class or mixture of classes it was saved with, as {@link ClassShares} reads it; may be empty
     * @param direction whether it is a direction to move along, not a sample
     */
    record Named(String name, @JsonProperty("class") String shares, boolean direction) {
        private ObjectNode about() {
            ObjectNode about = Json.object();
            if (!shares.isEmpty()) about.put("class", shares);
            if (direction) about.put("direction", true);
            return about;
        }
    }

    /** All of them, in the order of their names. */
    List<Named> all() throws IOException {
        List<Named> all = new ArrayList<>();
        for (String name : names()) {
            ObjectNode about = about(name);
            all.add(new Named(
                    name,
                    about.path("class").asText(""),
                    about.path("direction").asBoolean()));
        }
        return all;
    }

    /** Whatever is wrong with a file is said when it is used. */
    private ObjectNode about(String name) {
        try {
            Path file = runs.file(folder, file(name));
            return Files.size(file) > MOST_BYTES ? Json.object() : Json.parse(Files.readAllBytes(file));
        } catch (IOException | Refusal unreadable) {
            return Json.object();
        }
    }

    /** The first name of this beginning, with a number behind it, that is free. */
    String free(String beginning) throws IOException {
        List<String> taken = names();
        int number = 1;
        while (taken.contains(beginning + number)) number++;
        return beginning + number;
    }

    /** @throws Refusal when there is one of this name that is not to be replaced */
    void write(Named saved, float[] latent, boolean replace) throws IOException {
        String name = saved.name();
        Path file = file(name);
        if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS))
            throw Refusal.conflict("there is a saved latent '" + name + "' already");
        Files.createDirectories(place());
        if (!place().toRealPath().startsWith(folder.path().toRealPath()))
            throw Refusal.forbidden("the folder latents is a link that leads away");
        if (names().size() >= MOST) throw Refusal.tooLarge("a run keeps at most " + MOST + " saved latents");
        LatentFile.write(file, saved.about(), List.of(latent));
    }

    void delete(String name) throws IOException {
        Files.delete(runs.file(folder, file(name)));
    }
}
