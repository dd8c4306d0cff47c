package io.github.gan4j.studio;

import io.github.gan4j.web.HostNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a studio is served.
 *
 * @param runs the folder that holds run folders
 * @param host the address to listen at; nothing for this machine alone, which needs no token
 * @param port to listen at; 0 takes any that is free
 * @param data the folder below which data may be named in the form; nothing for any, on this machine alone
 */
public record StudioSettings(Path runs, Optional<String> host, int port, Optional<Path> data) {
    /** The port when none is asked for. */
    public static final int USUAL_PORT = 4267;

    public StudioSettings {
        if (port < 0 || port > 65_535)
            throw new IllegalArgumentException("--port must be within 0 and 65535, got " + port);
        new HostNames(host);
    }

    /** For this machine alone, at any free port. */
    public static StudioSettings local(Path runs) {
        return new StudioSettings(runs, Optional.empty(), 0, Optional.empty());
    }

    HostNames names() {
        return new HostNames(host);
    }

    boolean local() {
        return host.isEmpty();
    }

    /**
     * Whoever comes over the network names only data that was put there for it, or made here.
     *
     * @throws IllegalArgumentException when this path may not be read
     */
    void requireReadable(Path named) throws IOException {
        if (local() && data.isEmpty()) return;
        boolean inside = Files.exists(named)
                && (named.toRealPath().startsWith(runs.toRealPath())
                        || data.isPresent()
                                && named.toRealPath().startsWith(data.get().toRealPath()));
        if (!inside)
            throw new IllegalArgumentException(
                    data.isPresent()
                            ? "data must lie in " + data.get() + ", got '" + named + "'"
                            : "data may be named over the network only when the studio is started with --data FOLDER");
    }
}
