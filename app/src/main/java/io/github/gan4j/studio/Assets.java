package io.github.gan4j.studio;

import io.github.gan4j.report.Report;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of the page, which lie in the jar. */
final class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.(html|js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private Assets() {}

    static void serve(Context context, String name) throws IOException {
        byte[] bytes = bytes(name);
        context.header("Cache-Control", "no-cache")
                .contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .result(bytes);
    }

    /** @throws Refusal when there is no such file */
    static byte[] bytes(String name) throws IOException {
        if (!NAME.matcher(name).matches()) throw Refusal.missing("there is no such file");
        if (name.equals("theme.css")) return Report.theme();
        try (InputStream file = Assets.class.getResourceAsStream("web/" + name)) {
            if (file == null) throw Refusal.missing("there is no file " + name);
            return file.readAllBytes();
        }
    }
}
