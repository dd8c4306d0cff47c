package io.github.gan4j.benchmarks;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, with one tab or several; tabs in the background work as if they were looked at. */
final class Page implements AutoCloseable {
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    Page() {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(found("chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--disable-renderer-backgrounding",
                "--window-size=1280,1000");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(found("chromedriver"))
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(10));
    }

    private static File found(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Optional<Path> program = Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return program.orElseThrow(
                        () -> new IllegalStateException("needs chromium and chromedriver, got no " + names[0]))
                .toFile();
    }

    /** Leaves whatever is shown, so that nothing is followed any more. */
    void blank() {
        driver.get("about:blank");
    }

    void open(String address) {
        blank();
        driver.get(address);
    }

    void openTab(String address) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(address);
    }

    /** The first tab again, all others closed. */
    void onlyFirstTab() {
        List<String> tabs = List.copyOf(driver.getWindowHandles());
        for (String tab : tabs.subList(1, tabs.size())) {
            driver.switchTo().window(tab);
            driver.close();
        }
        driver.switchTo().window(tabs.get(0));
    }

    /** The text of an element in each tab. */
    List<String> texts(String css) {
        return driver.getWindowHandles().stream()
                .map(tab -> {
                    driver.switchTo().window(tab);
                    return await(css);
                })
                .toList();
    }

    /** The text of an element as soon as there is one. */
    String await(String css) {
        for (long end = System.nanoTime() + 120_000_000_000L; System.nanoTime() < end; sleep(0.05)) {
            String text = driver.findElements(By.cssSelector(css)).stream()
                    .findFirst()
                    .map(element -> element.getText())
                    .orElse("");
            if (!text.isBlank()) return text;
        }
        throw new IllegalStateException("no " + css + " within two minutes");
    }

    /** What an asynchronous script hands to its last argument. */
    Object script(String text, Object... arguments) {
        return driver.executeAsyncScript(text, arguments);
    }

    /** An answer of the browser's own instruments. */
    Map<String, Object> instrument(String command) {
        return instrument(command, Map.of());
    }

    Map<String, Object> instrument(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, new HashMap<>(parameters));
    }

    /** Waits until something is there to be seen, and no part of the page is loading. */
    void find(String css) {
        for (long end = System.nanoTime() + 120_000_000_000L; System.nanoTime() < end; sleep(0.05))
            if (driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed)
                    && driver.findElements(By.cssSelector(".loading")).isEmpty()) return;
        throw new IllegalStateException("no " + css + " within two minutes");
    }

    void press(String css) {
        find(css);
        driver.findElement(By.cssSelector(css)).click();
    }

    /** Pixels from the top of the page to its end. */
    double height() {
        return ((Number) driver.executeScript("return document.documentElement.scrollHeight")).doubleValue();
    }

    /** Pixels from the left of the page to the end of what is widest. */
    double width() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth")).doubleValue();
    }

    /** What the browser counts of the page that is shown; times are those of a processor. */
    Map<String, Double> metrics() {
        instrument("Performance.enable", Map.of("timeDomain", "threadTicks"));
        List<?> all = (List<?>) instrument("Performance.getMetrics").get("metrics");
        return all.stream()
                .map(one -> (Map<?, ?>) one)
                .collect(Collectors.toMap(
                        one -> (String) one.get("name"), one -> ((Number) one.get("value")).doubleValue()));
    }

    static void sleep(double seconds) {
        try {
            Thread.sleep((long) (1000 * seconds));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
