package io.github.gan4j.studio;

import io.github.gan4j.files.Checksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All files that the page loads, as one version: browsers keep them for good under addresses that hold the version. The page
 * names all its modules, so that a browser need not read one to find the next.
 *
 * @param files by their names, in the order in which the page leads to them
 * @param version changes with any of them
 */
record PageFiles(Map<String, byte[]> files, String version) {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"/assets/([^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");

    /** What opens the files, such as {@link Assets#bytes}. */
    interface Source {
        byte[] bytes(String name) throws IOException;
    }

    /** Those that {@code index.html} leads to. */
    static PageFiles of(Source source) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        follow("index.html", source, files);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] file : files.values()) all.write(file);
        return new PageFiles(files, Checksum.sha256(all.toByteArray()).substring(0, 16));
    }

    private static void follow(String name, Source source, Map<String, byte[]> files) throws IOException {
        if (files.containsKey(name)) return;
        byte[] bytes = source.bytes(name);
        files.put(name, bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (name.endsWith(".html"))
            for (Matcher link = LINK.matcher(text); link.find(); ) follow(link.group(1), source, files);
        if (name.endsWith(".js"))
            for (Matcher found = IMPORT.matcher(text); found.find(); )
                follow(beside(name, found.group(1)), source, files);
    }

    /** What a relative address in a file means. */
    private static String beside(String name, String relative) {
        return URI.create(name).resolve(relative).toString();
    }

    /** The page itself, with the addresses of this version. */
    byte[] page() {
        String modules = files.keySet().stream()
                .filter(name -> name.endsWith(".js"))
                .map(name -> "    <link rel=\"modulepreload\" href=\"/assets/" + name + "\">\n")
                .collect(Collectors.joining());
        String page = new String(files.get("index.html"), StandardCharsets.UTF_8);
        return page.replace("  </head>", modules + "  </head>")
                .replace("\"/assets/", "\"/assets/" + version + "/")
                .getBytes(StandardCharsets.UTF_8);
    }
}
