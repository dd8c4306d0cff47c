package io.github.gan4j.studio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A real browser without a window. */
record Browser(ChromeDriver driver) implements AutoCloseable {
    /** Long, since a machine may be busy with other things. */
    private static final int SECONDS = 45;

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** The test is skipped, with a sentence, where there is none. */
    static Browser open() {
        Optional<Path> browser = found("chromium", "chromium-browser", "google-chrome");
        Optional<Path> control = found("chromedriver");
        if (browser.isEmpty() || control.isEmpty())
            return abort("skipped: the page is tested in a browser, and this system has no chromium and chromedriver");
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(control.get().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<Path> found(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                new HashMap<>(Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 600)));
    }

    /** What comes out as soon as it is there and true; what is not there yet, or changes just now, is asked again. */
    <T> T await(Function<WebDriver, T> wanted) {
        RuntimeException last = new IllegalStateException("it was not there");
        for (long end = System.nanoTime() + SECONDS * 1_000_000_000L; System.nanoTime() < end; pause()) {
            try {
                T found = wanted.apply(driver);
                if (found != null && !Boolean.FALSE.equals(found)) return found;
            } catch (WebDriverException changing) {
                last = changing;
            }
        }
        throw new AssertionError("not within " + SECONDS + " seconds; the page says " + complaints(), last);
    }

    private static void pause() {
        try {
            Thread.sleep(40);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    WebElement find(String css) {
        return await(d -> d.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    void click(String css) {
        await(d -> {
            find(css).click();
            return true;
        });
    }

    /** Chooses in the menu of a run in the list. */
    void choose(String run, String what) {
        click("[aria-label='More for " + run + "']");
        click("#run-menu [aria-label='" + what + " " + run + "']");
    }

    String text(String css) {
        return await(d -> find(css).getText());
    }

    /** Those of all that there are, in one question: each further one costs as much as a look at the whole page. */
    @SuppressWarnings("unchecked")
    List<String> texts(String css) {
        return (List<String>) script(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim().replaceAll('\\u00a0', ' '))",
                css);
    }

    void awaitText(String css, String part) {
        await(d -> text(css).contains(part));
    }

    /** Sets an input as a person would, with the events that follow. */
    void set(String css, String value) {
        find(css);
        driver.executeScript(
                "const e = document.querySelector(arguments[0]); e.value = arguments[1];"
                        + "for (const t of ['input', 'change']) e.dispatchEvent(new Event(t, {bubbles: true}));",
                css,
                value);
    }

    /** Has the page ask now what it asks again and again, as when it is looked at again. */
    void askNow() {
        script("document.dispatchEvent(new Event('visibilitychange'))");
    }

    Object script(String text, Object... arguments) {
        return driver.executeScript(text, arguments);
    }

    /** What the page complained about since the last time this was asked. */
    List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
