package io.github.gan4j.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * What gan4j was built as, from a resource that the build fills in.
 *
 * @param version {@code development} where classes were compiled without the build
 * @param commit empty where the build did not know it
 */
public record BuildInfo(String version, String commit) {
    private static final String RESOURCE = "build.properties";

    /** Of the running library. */
    public static BuildInfo read() {
        Properties filled = new Properties();
        try (InputStream file = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (file != null) filled.load(file);
        } catch (IOException unreadable) {
            // as if it were not there
        }
        return new BuildInfo(value(filled, "version", "development"), value(filled, "commit", ""));
    }

    /** Without a repository the build leaves the place of the commit as it is. */
    private static String value(Properties filled, String key, String otherwise) {
        String value = filled.getProperty(key, "");
        return value.isEmpty() || value.startsWith("${") ? otherwise : value;
    }
}
