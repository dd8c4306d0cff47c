package io.github.gan4j.cli;

import io.github.gan4j.studio.Studio;
import io.github.gan4j.studio.StudioSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads the classes of a training, of samples and of the studio's pages, and ends. {@code ./gan4j} runs it once after a build, and
 * keeps the classes as they lie in memory, so that later starts need not load them one by one.
 */
final class SharedClasses {
    private static final Pattern FILE = Pattern.compile("\"(/assets/[^\"]+)\"");
    private static final String RUN = "/api/runs/run";
    private static final List<String> REQUESTS =
            List.of("/api/runs", "/api/presets", RUN, RUN + "/plan", RUN + "/networks");
    /** Of a stream without an end, enough for its first words. */
    private static final int FIRST_BYTES = 2_000;

    private SharedClasses() {}

    /** @param arguments an empty folder for a run; it may be removed afterwards */
    public static void main(String[] arguments) throws IOException {
        Path runs = Path.of(arguments[0]);
        String run = runs.resolve("run").toString();
        Gan4j.commandLine().execute("train", "gaussian-1d", "--images", "2560", "--out", run);
        Gan4j.commandLine()
                .execute("sample", run, "--out", runs.resolve("samples.png").toString());
        try (Studio studio = Studio.open(StudioSettings.local(runs))) {
            String address = studio.url().replaceFirst("/$", "");
            String page = new String(read(address + "/", Integer.MAX_VALUE), StandardCharsets.UTF_8);
            for (Matcher file = FILE.matcher(page); file.find(); ) read(address + file.group(1), Integer.MAX_VALUE);
            for (String request : REQUESTS) read(address + request, Integer.MAX_VALUE);
            read(address + RUN + "/follow", FIRST_BYTES);
        }
        System.exit(0);
    }

    private static byte[] read(String address, int most) throws IOException {
        try (InputStream answer = URI.create(address).toURL().openStream()) {
            return answer.readNBytes(most);
        }
    }
}
