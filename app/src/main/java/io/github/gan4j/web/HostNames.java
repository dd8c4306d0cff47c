package io.github.gan4j.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names by which a server is addressed. A page of another site whose name was made to point to this machine sends its
 * own name in the Host header, and is refused by it.
 *
 * @param host the address to listen on; empty for this machine alone
 */
public record HostNames(Optional<String> host) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException when the host is neither a name nor an address */
    public HostNames {
        if (host.isPresent() && !host.get().matches("[A-Za-z0-9.:_-]{1,253}"))
            throw new IllegalArgumentException("--host must be a name or an address, got '" + host.get() + "'");
    }

    /** Whether only this machine is listened to. */
    public boolean local() {
        return host.isEmpty();
    }

    /** The address to listen on. */
    public String address() {
        return host.orElse("127.0.0.1");
    }

    /** The address for a client on this machine, without a path. */
    public String url(int port) {
        String name = address().equals("0.0.0.0") ? "127.0.0.1" : address();
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }

    /** Whether a Host header names this server. */
    public boolean includes(String header, int port) {
        String name = header.toLowerCase(Locale.ROOT);
        if (Stream.concat(LOOPBACK.stream(), host.stream()).anyMatch(h -> named(name, h, port))) return true;
        // A name can be made to point here by others, a bare address cannot.
        boolean everywhere =
                host.filter(h -> h.equals("0.0.0.0") || h.equals("::")).isPresent();
        return everywhere && name.matches("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:]+\\]):" + port);
    }

    private static boolean named(String given, String host, int port) {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
        return given.equals(name + ":" + port) || port == 80 && given.equals(name);
    }
}
