package io.github.gan4j.cli.options;

import io.github.gan4j.explore.LatentFile;
import io.github.gan4j.game.Latents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The latents that a verb works on: those of a file, then those of seeds. */
public final class LatentOptions {
    @Option(names = "--seeds", paramLabel = "LIST", description = "Seeds of the samples, as in 7 or 1,5,9 or 0-79.")
    private Optional<Seeds> seeds = Optional.empty();

    @Option(
            names = "--latents",
            paramLabel = "FILE",
            description = "Also use latents written by project or mix (.json).")
    private Optional<Path> file = Optional.empty();

    /**
     * A latent.
     *
     * @param name for files, from its number
     * @param number its seed, or its index in the file
     */
    public record NamedLatent(String name, long number, float[] latent) {}

    public boolean given() {
        return seeds.isPresent() || file.isPresent();
    }

    /** The latents asked for; those of the seeds {@code usually} where none are. */
    public List<NamedLatent> chosen(Latents latents, String usually) throws IOException {
        List<NamedLatent> all = new ArrayList<>();
        if (file.isPresent()) {
            List<float[]> read = LatentFile.read(file.get(), latents.size());
            for (int i = 0; i < read.size(); i++) all.add(new NamedLatent("latent-%06d".formatted(i), i, read.get(i)));
        }
        Optional<Seeds> wanted = given() ? seeds : Optional.of(Seeds.of(usually));
        wanted.ifPresent(list -> list.values()
                .forEach(seed -> all.add(new NamedLatent("%06d".formatted(seed), seed, latents.of(seed)))));
        return all;
    }
}
