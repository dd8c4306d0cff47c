package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with a file system of its own in memory, so small that it is full when somebody wants it to be; root alone can have one. */
final class SmallDisk {
    private static final String FILLER = "filler";

    private SmallDisk() {}

    static boolean isAllowed() {
        return "root".equals(System.getProperty("user.name"));
    }

    static void mount(Path folder) throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
    }

    static void unmount(Path folder) throws IOException {
        run("umount", folder.toString());
    }

    /** Leaves no room. */
    static void fill(Path folder) throws IOException {
        try (OutputStream filler = Files.newOutputStream(folder.resolve(FILLER))) {
            while (true) filler.write(new byte[4096]);
        } catch (IOException full) {
            if (Files.size(folder.resolve(FILLER)) == 0) throw full;
        }
    }

    /** Makes room again. */
    static void clear(Path folder) throws IOException {
        Files.delete(folder.resolve(FILLER));
    }

    private static void run(String... words) throws IOException {
        try {
            int code = new ProcessBuilder(words).inheritIO().start().waitFor();
            if (code != 0) throw new IOException(String.join(" ", words) + " ended with " + code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
