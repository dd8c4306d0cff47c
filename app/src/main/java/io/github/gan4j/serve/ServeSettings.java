package io.github.gan4j.serve;

import io.github.gan4j.serving.PoolLimits;
import io.github.gan4j.settings.Check;
import io.github.gan4j.web.HostNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is served, and how much.
 *
 * @param runs run folders, and generators in ONNX or TorchScript files; each is served under its own name
 * @param best whether checkpoints are those that were best by the metric of the run, not the newest
 * @param names the address to listen on and the names that requests may use
 * @param port 0 for any that is free
 * @param token that requests need; empty for none
 * @param limits of each model
 * @param mostSamples of a request
 * @param mostPixels of an image that is sent
 */
public record ServeSettings(
        List<Path> runs,
        boolean best,
        HostNames names,
        int port,
        Optional<String> token,
        PoolLimits limits,
        int mostSamples,
        int mostPixels) {
    /** The default port. */
    public static final int PORT = 4268;

    /** @throws IllegalArgumentException when a value is out of its range */
    public ServeSettings {
        runs = List.copyOf(runs);
        Check.between("port", port, 0, 65_535);
        Check.between("most samples", mostSamples, 1, 100_000);
        Check.between("most pixels", mostPixels, 1, 1 << 26);
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]{16,200}"))
            throw new IllegalArgumentException("token must be 16 to 200 printable characters without spaces, got "
                    + token.get().length());
    }

    /** For this machine alone, at any free port, one worker for each model. */
    public static ServeSettings local(Path... runs) {
        return new ServeSettings(
                List.of(runs),
                false,
                new HostNames(Optional.empty()),
                0,
                Optional.empty(),
                PoolLimits.of(1),
                1000,
                1 << 22);
    }
}
