package io.github.gan4j.studio;

import io.github.gan4j.web.AccessToken;
import io.github.gan4j.web.HostNames;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a request in or not. Other pages in the same browser are kept out by the Host header (which stays foreign when a
 * foreign name is made to point here), by Origin and Sec-Fetch-Site, and by a header that foreign pages may not send;
 * other people, where the studio listens beyond this machine, by a token.
 */
final class Gate {
    /** Must be sent with everything that changes something. */
    static final String OWN_PAGE = "X-Gan4j";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HostNames names;
    private final Optional<AccessToken> token;

    Gate(StudioSettings settings) {
        this.names = settings.names();
        this.token = names.local() ? Optional.empty() : Optional.of(AccessToken.random());
    }

    /** Needed in the first address that a browser opens; nothing on this machine alone. */
    Optional<String> token() {
        return token.map(AccessToken::value);
    }

    /** @throws Refusal when the request does not come from the studio's own page or lacks the token */
    void check(Context request, int port) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        if (!names.includes(host, port))
            throw Refusal.forbidden("the Host header names '" + plain(host) + "', not this studio");
        Optional.ofNullable(request.header("Origin"))
                .filter(origin -> !origin.equals("http://" + host))
                .ifPresent(origin -> {
                    throw Refusal.forbidden("requests from " + plain(origin) + " are not answered");
                });
        // the server would answer as if the request had that method, which the check below knows nothing of
        if (request.header("X-HTTP-Method-Override") != null)
            throw Refusal.forbidden("requests are answered by their own method, not by X-HTTP-Method-Override");
        boolean asset = request.path().startsWith("/assets/"); // in the jar, so no secret
        boolean page = request.path().equals("/");
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("none");
        if (!page && !Set.of("none", "same-origin").contains(site))
            throw Refusal.forbidden("requests from other sites are not answered");
        if (!READING.contains(request.req().getMethod()) && request.header(OWN_PAGE) == null)
            throw Refusal.forbidden("what changes something needs the header " + OWN_PAGE);
        if (!asset) token.ifPresent(secret -> checkToken(request, secret, port));
    }

    private void checkToken(Context request, AccessToken secret, int port) {
        String cookie = "gan4j-" + port;
        boolean given = secret.is(request.queryParam("token"));
        if (!given && !secret.is(request.cookie(cookie)))
            throw new Refusal(401, "a token is needed: open the address that the studio printed when it started");
        if (given)
            request.header(
                    "Set-Cookie",
                    cookie + "=" + secret.value() + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000");
    }

    private static String plain(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    }
}
