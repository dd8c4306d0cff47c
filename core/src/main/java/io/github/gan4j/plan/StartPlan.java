package io.github.gan4j.plan;

import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import java.nio.file.Path;
import java.util.List;

/**
 * The weights that a run starts from in place of random ones, statistics of batch normalisation included. Optimizers start
 * from zero; the average of a generator (EMA) starts from the average there, or from the weights where there is none.
 *
 * @param from a run, as {@code runs/faces}, {@code runs/faces@12800} or {@code runs/faces@best}, or a file of weights
 *     (.safetensors, .pth); several where each player has a file of its own
 * @param players whose weights are taken; those of the others are random
 * @param matching whether only the arrays of equal name and shape are taken; otherwise all have to fit
 * @param names which names a file has, where they are not found by their order: {@code generator=netG} or
 *     {@code generator.0.weight=main.0.weight}
 * @param sha256 checksums of the files, filled in when the run starts; others are refused
 */
public record StartPlan(
        List<String> from,
        @Default("both") Taken players,
        @Default("false") boolean matching,
        @Default(value = "[]", off = true) List<String> names,
        @Default(value = "[]", off = true) List<String> sha256) {
    private static final int MOST_FILES = 16;

    /** The players whose weights are taken. */
    public enum Taken {
        BOTH,
        GENERATOR
    }

    public StartPlan {
        from = List.copyOf(from);
        names = List.copyOf(names);
        sha256 = List.copyOf(sha256);
        Check.between("from: the number of files", from.size(), 1, MOST_FILES);
        if (!sha256.isEmpty() && sha256.size() != from.size())
            throw new IllegalArgumentException(
                    "sha256 must be one checksum for each of from, got " + sha256.size() + " for " + from.size());
        for (String name : names)
            if (!name.matches("[^=\\s][^=]*=[^=]*"))
                throw new IllegalArgumentException(
                        "names are written ours=theirs, as in generator=netG, got '" + name + "'");
    }

    /** Whether one of the files found is a checkpoint of a run folder of this name, wherever that lies now. */
    public boolean isFrom(String run) {
        return from.stream()
                .map(file -> Path.of(file).toAbsolutePath().getParent().getParent())
                .anyMatch(folder -> folder != null && folder.endsWith(run));
    }

    /** The same with the files found. */
    public StartPlan located(List<String> files, List<String> checksums) {
        return new StartPlan(files, players, matching, names, checksums);
    }
}
