package io.github.gan4j.cli;

import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.game.Latents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which latents: those of a file, then those of seeds. */
final class LatentOptions {
    @Option(
            names = "--seeds",
            paramLabel = "LIST",
            converter = Seeds.Converter.class,
            description = "Which samples, as in 7 or 1,5,9 or 0-79.")
    private Optional<Seeds> seeds = Optional.empty();

    @Option(
            names = "--latents",
            paramLabel = "FILE",
            description = "Also the latents in this file (.json), which project and mix write.")
    private Optional<Path> file = Optional.empty();

    /** A latent with what it is called: its seed, or its place in the file. */
    record Named(String name, float[] latent) {}

    /** Whether anything was asked for. */
    boolean given() {
        return seeds.isPresent() || file.isPresent();
    }

    boolean givenSeeds() {
        return seeds.isPresent();
    }

    /** How many latents the seeds ask for, known before anything is opened. */
    int seedCount() {
        return seeds.map(s -> s.values().size()).orElse(0);
    }

    boolean givenFile() {
        return file.isPresent();
    }

    /** What was asked for, or the seeds {@code usually} where nothing was. */
    List<Named> chosen(Latents latents, String usually) throws IOException {
        List<Named> all = new ArrayList<>();
        if (file.isPresent()) {
            List<float[]> read = LatentFile.read(file.get(), latents.size());
            for (int i = 0; i < read.size(); i++) all.add(new Named("latent-%06d".formatted(i), read.get(i)));
        }
        Optional<Seeds> wanted = given() ? seeds : Optional.of(new Seeds.Converter().convert(usually));
        wanted.ifPresent(
                list -> list.values().forEach(seed -> all.add(new Named("%06d".formatted(seed), latents.of(seed)))));
        return all;
    }

    /** Latents one after the other. */
    static float[] joined(List<Named> chosen) {
        int size = chosen.get(0).latent().length;
        float[] all = new float[chosen.size() * size];
        for (int i = 0; i < chosen.size(); i++) System.arraycopy(chosen.get(i).latent(), 0, all, i * size, size);
        return all;
    }
}
