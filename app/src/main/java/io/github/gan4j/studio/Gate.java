package io.github.gan4j.studio;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets a request in or not. Other pages in the same browser are kept out by the Host header (which stays foreign when a
 * foreign name is made to point here), by Origin and Sec-Fetch-Site, and by a header that foreign pages may not send;
 * other people, where the studio listens beyond this machine, by a token.
 */
final class Gate {
    /** Must be sent with everything that changes something. */
    static final String OWN_PAGE = "X-Gan4j";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final StudioSettings settings;
    private final Optional<String> token;

    Gate(StudioSettings settings) {
        this.settings = settings;
        this.token = settings.local() ? Optional.empty() : Optional.of(random());
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Needed in the first address that a browser opens; nothing on this machine alone. */
    Optional<String> token() {
        return token;
    }

    /** @throws Refusal when the request does not come from the studio's own page or lacks the token */
    void check(Context request, int port) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        if (!ours(host, port)) throw Refusal.forbidden("the Host header names '" + plain(host) + "', not this studio");
        Optional.ofNullable(request.header("Origin"))
                .filter(origin -> !origin.equals("http://" + host))
                .ifPresent(origin -> {
                    throw Refusal.forbidden("requests from " + plain(origin) + " are not answered");
                });
        // the server would answer as if the request had that method, which the check below knows nothing of
        if (request.header("X-HTTP-Method-Override") != null)
            throw Refusal.forbidden("requests are answered by their own method, not by X-HTTP-Method-Override");
        boolean page = request.path().equals("/");
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none");
        if (!page && !Set.of("none", "same-origin").contains(site))
            throw Refusal.forbidden("requests from other sites are not answered");
        if (!READING.contains(request.req().getMethod()) && request.header(OWN_PAGE) == null)
            throw Refusal.forbidden("what changes something needs the header " + OWN_PAGE);
        token.ifPresent(secret -> checkToken(request, secret, port));
    }

    private void checkToken(Context request, String secret, int port) {
        String cookie = "gan4j-" + port;
        boolean given = same(request.queryParam("token"), secret);
        if (!given && !same(request.cookie(cookie), secret))
            throw new Refusal(401, "a token is needed: open the address that the studio printed when it started");
        if (given)
            request.header(
                    "Set-Cookie", cookie + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000");
    }

    private static boolean same(String given, String secret) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private boolean ours(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        if (Stream.concat(LOOPBACK.stream(), settings.host().stream()).anyMatch(h -> named(name, h, port))) return true;
        // A name can be made to point here by others, a bare address cannot.
        boolean everywhere = settings.host()
                .filter(h -> h.equals("0.0.0.0") || h.equals("::"))
                .isPresent();
        return everywhere && name.matches("(\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:]+\\]):" + port);
    }

    private static boolean named(String given, String host, int port) {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host.toLowerCase(Locale.ROOT);
        return given.equals(name + ":" + port) || port == 80 && given.equals(name);
    }

    private static String plain(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    }
}
