package io.github.gan4j.studio;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the page that share a studio and a browser, both closed when the last of a class is over. */
abstract class BrowserCase {
    @TempDir
    static Path folder;

    static Site site;
    static Browser browser;

    @BeforeAll
    static void openSite() throws Exception {
        site = Site.open(folder);
        browser = site.browser;
    }

    @AfterAll
    static void closeSite() {
        if (site != null) site.close();
        site = null;
    }
}
