package io.github.gan4j.studio;

import io.github.gan4j.report.Report;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The files of the page and of the libraries that it uses, which lie in jars. */
final class Assets {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.(html|js|css|svg)");
    private static final Pattern LIBRARY_FILE =
            Pattern.compile("([A-Za-z-]{1,40}/)?[A-Za-z-]{1,40}(\\.[a-z]{1,5})?\\.(js|css)");
    /** What the names of files of libraries begin with. */
    private static final String LIBRARY = "lib/";

    private static final List<String> LIBRARIES = List.of("lit-html", "uplot");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private Assets() {}

    /** The page, with the addresses of its files of now. */
    static void page(Context context) {
        PageFiles now = pageFiles();
        byte[] page = now.page();
        Replies.unlessKnown(context, now.version(), TYPES.get("html"), page);
    }

    /** A file by its name alone; it may change with the next version of gan4j. */
    static void serve(Context context, String name) throws IOException {
        byte[] bytes = bytes(name);
        Replies.unlessKnown(context, pageFiles().version(), type(name), bytes);
    }

    /**
     * A file of one version of the page, which never changes.
     *
     * @throws Refusal when it is not the version of now
     */
    static void serve(Context context, String version, String name) {
        PageFiles now = pageFiles();
        byte[] bytes = version.equals(now.version()) ? now.files().get(name) : null;
        if (bytes == null) throw Refusal.missing("there is no such file");
        context.header("Cache-Control", "public, max-age=31536000, immutable")
                .contentType(type(name))
                .result(bytes);
    }

    private static PageFiles pageFiles() {
        return Page.FILES;
    }

    /** Read once, when the page is first asked for. */
    private static final class Page {
        private static final PageFiles FILES = read();

        private static PageFiles read() {
            try {
                return PageFiles.of(Assets::bytes);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("the page cannot be read from gan4j's own jar", unreadable);
            }
        }
    }

    private static String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }

    /** @throws Refusal when there is no such file */
    static byte[] bytes(String name) throws IOException {
        if (name.startsWith(LIBRARY)) return library(name.substring(LIBRARY.length()));
        if (!NAME.matcher(name).matches()) throw Refusal.missing("there is no such file");
        if (name.equals("theme.css")) return Report.theme();
        return read(Assets.class.getResourceAsStream("web/" + name), name);
    }

    private static byte[] read(InputStream stream, String name) throws IOException {
        try (InputStream file = stream) {
            if (file == null) throw Refusal.missing("there is no file " + name);
            return file.readAllBytes();
        }
    }

    /** A file of a library, whose jar has them as WebJars do. */
    private static byte[] library(String name) throws IOException {
        String[] parts = name.split("/", 2);
        String library = parts[0];
        if (parts.length < 2
                || !LIBRARIES.contains(library)
                || !LIBRARY_FILE.matcher(parts[1]).matches()) throw Refusal.missing("there is no such file");
        String path = "/META-INF/resources/webjars/" + library + "/" + version(library) + "/" + parts[1];
        return read(Assets.class.getResourceAsStream(path), name);
    }

    private static String version(String library) throws IOException {
        String path = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream file = Assets.class.getResourceAsStream(path)) {
            properties.load(file);
        }
        return properties.getProperty("version");
    }

    /** A page that says why there is nothing else to see. */
    static void refusal(Context context, String reason) {
        String page = refusalPage();
        String plain = reason.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        context.header("Cache-Control", "no-store")
                .contentType(TYPES.get("html"))
                .result(page.replace("REASON", plain));
    }

    private static String refusalPage() {
        try {
            return new String(bytes("refusal.html"), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the page cannot be read from gan4j's own jar", unreadable);
        }
    }
}
