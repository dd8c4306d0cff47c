package io.github.gan4j.benchmarks;

import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.plan.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * From the movement of a slider to the painted picture, in the page: the request, the generator, the picture's way back,
 * its decoding and two frames of the browser. The generators have the presets' size; what they have learned does not matter.
 */
final class StudioSliders {
    private static final int MOVES = 100;

    /** Moves a slider, waits for the answer to be shown and painted, and so on; the milliseconds of each. */
    private static final String MOVE = """
            const [slider, shown, key, values, done] = arguments;
            const range = document.querySelector(slider), told = document.querySelector(shown);
            const frame = () => new Promise((painted) => requestAnimationFrame(painted));
            const once = (value) => new Promise((answered) => {
              let wanted;
              const watch = new MutationObserver(() => {
                if (new URLSearchParams(told.dataset.shown).get(key) !== wanted) return;
                watch.disconnect();
                answered();
              });
              watch.observe(told, { attributes: true, attributeFilter: ['data-shown'] });
              range.value = value;
              wanted = String(Number(Number(range.value).toPrecision(6))); // where the slider's steps have put it
              range.dispatchEvent(new Event('input', { bubbles: true }));
            });
            (async () => {
              const times = [];
              for (const value of values) {
                const from = performance.now();
                await once(value);
                await frame();
                await frame();
                times.push(performance.now() - from);
              }
              done(times);
            })();
            """;

    private StudioSliders() {}

    static void measure() throws IOException, InterruptedException {
        try (Watched studio = new Watched();
                Page browser = new Page()) {
            studio.trainBriefly(Presets.draft("strokes"), "small");
            studio.trainBriefly(
                    Presets.draft("faces-64").on(noise(studio.folder()).toString()), "large");
            explored(browser, studio, "small", "28x28 grey, preset strokes");
            explored(browser, studio, "large", "64x64 colour, preset faces-64");
            for (String method : List.of("fgsm", "iterated", "pgd")) attacked(browser, studio, method);
        }
    }

    private static Path noise(Path folder) throws IOException {
        Path images = folder.resolve("noise");
        Files.createDirectories(images);
        Random random = new Random(1);
        for (int i = 0; i < 64; i++) {
            byte[] pixels = new byte[64 * 64 * 3];
            random.nextBytes(pixels);
            ImageFile.writePng(images.resolve(i + ".png"), new Picture(64, 64, 3, pixels));
        }
        return images;
    }

    private static void explored(Page browser, Watched studio, String run, String what) {
        browser.open(studio.address("explore/" + run));
        browser.await("label[for=slider-d0]");
        report(what, browser, "#slider-d0", "img.preview", "d0", 4);
    }

    private static void attacked(Page browser, Watched studio, String method) {
        browser.open(studio.address("lab?data=strokes&structure=convolutional&image=3&method=" + method));
        browser.await("#verdict");
        report(
                "28x28 grey, attack " + method + " on a convolutional classifier",
                browser,
                "#epsilon",
                "#verdict",
                "epsilon",
                0.5);
    }

    private static void report(String what, Page browser, String slider, String shown, String key, double most) {
        // none twice in a row, and none at rest
        List<Double> values = IntStream.range(0, MOVES)
                .mapToObj(i -> most * (1 + i * 7 % 39) / 40)
                .toList();
        List<Double> times = ((List<?>) browser.script(MOVE, slider, shown, key, values))
                .stream()
                        .map(number -> ((Number) number).doubleValue())
                        .sorted()
                        .toList();
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms from a slider to its picture (quarters %.0f to %.0f, 95 of 100 within %.0f, longest %.0f)%n",
                what,
                Pairs.median(times),
                times.get(MOVES / 4),
                times.get(MOVES * 3 / 4),
                times.get(MOVES * 95 / 100),
                times.get(MOVES - 1));
    }
}
