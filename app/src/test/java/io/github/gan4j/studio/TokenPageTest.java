package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A studio for others, which asks for a token, in a real browser. */
class TokenPageTest extends BrowserCase {
    @BeforeAll
    static void train() throws Exception {
        site.finished("digits", Map.of());
    }

    @Test
    void whoever_lacks_the_token_sees_a_page_that_says_so() throws Exception {
        try (Studio shared = Studio.open(new StudioSettings(folder, Optional.of("0.0.0.0"), 0, Optional.empty()))) {
            String address = "http://127.0.0.1:" + new Web(shared).port() + "/";
            browser.driver().get(address);
            browser.awaitText("h1", "Nothing to see here");
            browser.awaitText(".problem", "a token is needed");
            assertThat(browser.script("return getComputedStyle(document.querySelector('.bar')).display"))
                    .isEqualTo("flex");
            browser.driver().get(address + "?" + URI.create(shared.url()).getQuery());
            browser.find("[data-run=digits]");
            assertThat(browser.driver().getCurrentUrl()).doesNotContain("token");
            browser.driver().get(address);
            browser.find("[data-run=digits]");
        }
    }
}
