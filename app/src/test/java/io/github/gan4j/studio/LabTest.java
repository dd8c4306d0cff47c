package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.adversarial.Aim;
import io.github.gan4j.adversarial.Attack;
import io.github.gan4j.adversarial.AttackExperiment;
import io.github.gan4j.adversarial.AttackReport;
import io.github.gan4j.adversarial.Norm;
import io.github.gan4j.adversarial.Transfer;
import io.github.gan4j.adversarial.Victims;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.data.Watcher;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page asks of the adversarial lab. */
class LabTest {
    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;
    static Path shades;

    @BeforeAll
    static void open() throws Exception {
        shades = Shades.in(folder.resolve("shades"));
        Shades.learned(shades);
        studio = Studio.open(StudioSettings.local(folder.resolve("runs")));
        web = new Web(studio);
        assertThat(web.get("/api/lab/state?" + wish(shades, "softmax"))
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("absent");
        opened(shades, "softmax");
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static String wish(Path data, String structure) {
        return "data=" + URLEncoder.encode(data.toString(), StandardCharsets.UTF_8) + "&structure=" + structure;
    }

    /** The state once nothing is being made ready any more. */
    private static JsonNode opened(Path data, String structure) throws Exception {
        JsonNode state = web.post("/api/lab/open?" + wish(data, structure), "").json();
        for (long end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; Thread.sleep(20)) {
            if (!state.path("state").asText().equals("opening")) return state;
            state = web.get("/api/lab/state?" + wish(data, structure)).json();
        }
        throw new AssertionError("still " + state);
    }

    private static JsonNode attack(String more) throws IOException, InterruptedException {
        Web.Answer answer = web.get("/api/lab/attack?" + wish(shades, "softmax") + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void tells_what_can_be_chosen_and_what_was_learned() throws Exception {
        JsonNode choices = web.get("/api/lab").json();
        assertThat(choices.path("data").get(0).asText()).isEqualTo("strokes");
        assertThat(choices.path("methods").toString()).isEqualTo("[\"fgsm\",\"iterated\",\"pgd\"]");
        JsonNode state = opened(shades, "softmax");
        assertThat(state.path("state").asText()).isEqualTo("ready");
        assertThat(state.path("classes").toString()).isEqualTo("[\"bright\",\"dark\"]");
        assertThat(state.path("labels")).hasSize(10);
        assertThat(state.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(state.path("usual").path("linf").asDouble()).isEqualTo(0.25);
        assertThat(shades.resolve(".gan4j")).doesNotExist();
    }

    @Test
    void a_larger_epsilon_changes_more_until_the_classifier_errs() throws Exception {
        JsonNode none = attack("&image=1&epsilon=0");
        int truth = none.path("truth").asInt();
        assertThat(none.path("before").path("answer").asInt()).isEqualTo(truth);
        assertThat(none.path("after")).isEqualTo(none.path("before"));
        assertThat(none.path("attacked")).isEqualTo(none.path("image"));

        JsonNode little = attack("&image=1&epsilon=0.01");
        assertThat(little.path("largest").asDouble()).isBetween(0.009, 0.0101);
        JsonNode much = attack("&image=1&epsilon=0.4");
        assertThat(much.path("after").path("answer").asInt()).isEqualTo(1 - truth);
        assertThat(much.at("/after/probabilities/" + (1 - truth)).asDouble())
                .isGreaterThan(little.at("/after/probabilities/" + (1 - truth)).asDouble());
        assertThat(attack("&image=1&epsilon=0.5&norm=l2&method=iterated")
                        .path("length")
                        .asDouble())
                .isBetween(0.1, 0.501);
        assertThat(attack("&image=1&epsilon=0.4&target=" + truth)
                        .at("/after/answer")
                        .asInt())
                .isEqualTo(truth);
        assertThat(attack("&image=1&epsilon=0.2&method=pgd")).isEqualTo(attack("&image=1&epsilon=0.2&method=pgd"));
    }

    /** What came of a job. */
    private static JsonNode awaited(JsonNode first) throws Exception {
        JsonNode state = first;
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; ) {
            if (!state.path("state").asText().equals("going")) return state;
            state = web.get("/api/jobs/" + state.path("job").asText()).json();
        }
        throw new AssertionError("still " + state);
    }

    @Test
    void a_study_gives_the_figures_of_the_library() throws Exception {
        String asked = "/api/lab/study?" + wish(shades, "softmax")
                + "&attacks=fgsm,pgd&epsilon=0.25&others=perceptron&hardened=1&count=8";
        assertThat(web.get(asked).json()).isEmpty();
        JsonNode found = awaited(web.post(asked, "").json());
        assertThat(found.path("state").asText()).as(found.toString()).isEqualTo("done");
        assertThat(web.get(asked).json().path("transfers")).isEqualTo(found.path("transfers"));

        Victims victims = Victims.of(shades.toString(), 0, OptionalInt.empty(), line -> {});
        List<Attack> attacks =
                List.of(Attack.named("fgsm", Norm.LINF, 0.25, 0), Attack.named("pgd", Norm.LINF, 0.25, 0));
        for (int at = 0; at < attacks.size(); at++) {
            AttackReport report = new AttackExperiment(
                            victims,
                            Structure.SOFTMAX,
                            attacks.get(at),
                            Aim.untargeted(),
                            OptionalDouble.of(Shades.HARDENED),
                            8,
                            false,
                            false,
                            List.of())
                    .run(folder.resolve("report-" + at), line -> {}, Watcher.NOBODY);
            JsonNode theirs = Json.tree(report.curves());
            for (int pupil = 0; pupil < 2; pupil++) {
                JsonNode curve = found.path("curves").get(2 * pupil + at);
                assertThat(curve.path("attack").asText())
                        .isEqualTo(attacks.get(at).name());
                for (String key : List.of("name", "images", "points"))
                    assertThat(curve.path(key))
                            .as(key)
                            .isEqualTo(theirs.get(pupil).path(key));
            }
            ObjectNode transfer = found.path("transfers").get(at).deepCopy();
            transfer.remove(List.of("attack", "images"));
            assertThat(transfer).isEqualTo(Json.tree(transfer(victims, attacks.get(at))));
        }
    }

    private static Transfer transfer(Victims victims, Attack attack) {
        Map<String, Classifier> all = new LinkedHashMap<>();
        try {
            all.put(
                    "softmax",
                    victims.ordinary(Structure.SOFTMAX, line -> {}, Watcher.NOBODY)
                            .classifier());
            all.put(
                    "softmax, trained 0.25",
                    victims.hardened(Structure.SOFTMAX, Shades.HARDENED, line -> {}, Watcher.NOBODY)
                            .classifier());
            all.put(
                    "perceptron",
                    victims.ordinary(Structure.PERCEPTRON, line -> {}, Watcher.NOBODY)
                            .classifier());
            return Transfer.of(all, attack, Aim.untargeted(), victims.heldOut(8).images(), share -> {});
        } finally {
            all.values().forEach(Classifier::close);
        }
    }

    @Test
    void a_study_says_what_cannot_be_and_is_stopped() throws Exception {
        String asked = "/api/lab/study?" + wish(shades, "softmax");
        assertThat(web.post(asked + "&attacks=bim", "").error()).startsWith("unknown attack 'bim'");
        assertThat(web.post(asked + "&others=vgg", "").error()).startsWith("unknown structure 'vgg'");
        assertThat(web.post(asked + "&count=0", "").status()).isEqualTo(400);
        assertThat(web.post("/api/lab/study?data=elsewhere", "").error()).endsWith("open these again");
        String longer = asked + "&others=residual,convolutional&attacks=pgd&epsilon=0.21";
        JsonNode going = web.post(longer, "").json();
        assertThat(going.path("state").asText()).as(going.toString()).isEqualTo("going");
        JsonNode stopped = web.post("/api/jobs/" + going.path("job").asText() + "/stop", "")
                .json();
        assertThat(stopped.path("problem").asText()).isEqualTo("stopped");
        assertThat(web.get(longer).json()).isEmpty();
    }

    @Test
    void pictures_can_be_kept() throws Exception {
        String asked = "?" + wish(shades, "softmax") + "&image=2&epsilon=0.3";
        Web.Answer figure = web.get("/api/lab/attack.png" + asked);
        assertThat(figure.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"attack.png\"");
        assertThat(ImageFile.read(figure.bytes(), "figure").width()).isGreaterThan(3 * 128);
        assertThat(ImageFile.read(
                                web.get("/api/lab/attack.png" + asked + "&what=attacked")
                                        .bytes(),
                                "attacked")
                        .width())
                .isEqualTo(16);
        Picture sheet = ImageFile.read(
                web.get("/api/lab/sheet.png?" + wish(shades, "softmax") + "&count=5")
                        .bytes(),
                "sheet");
        assertThat(sheet.width()).isEqualTo(5 * 16);
    }

    @Test
    void a_dropped_image_is_attacked_as_what_the_classifier_takes_it_for() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        byte[] light = new byte[30 * 20 * 3];
        Arrays.fill(light, (byte) 170);
        ImageIO.write(new Picture(30, 20, 3, light).toImage(), "png", png);
        String name = web.post("/api/lab/image", png.toByteArray())
                .json()
                .path("image")
                .asText();
        JsonNode answer = attack("&image=" + name + "&epsilon=0.4");
        assertThat(answer.has("truth")).isFalse();
        assertThat(answer.at("/after/answer").asInt())
                .isNotEqualTo(answer.at("/before/answer").asInt());
        assertThat(web.post("/api/lab/image", "no image").error())
                .startsWith("the dropped file: is text, not an image");
        assertThat(web.post("/api/lab/image", new byte[Uploads.MOST_BYTES + 1]).status())
                .isEqualTo(413);
        assertThat(web.get("/api/lab/attack?" + wish(shades, "softmax") + "&image=*000000000000")
                        .error())
                .isEqualTo("the dropped image is remembered no longer; drop it again");
    }

    @Test
    void the_newest_uploads_are_remembered() throws IOException {
        Uploads uploads = new Uploads();
        String first = "";
        for (int i = 0; i < 17; i++) {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new Picture(i + 1, 600, 1, new byte[(i + 1) * 600]).toImage(), "png", png);
            String name = uploads.keep(png.toByteArray());
            if (i == 0) first = name;
            assertThat(uploads.named(name).width()).isEqualTo(i + 1);
        }
        String gone = first;
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> uploads.named(gone)))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&image=10 | image must be within 0 and 9, got 10",
                "&image=-1 | image is the number of a test image, got '-1'",
                "&image=../1 | image is the number of a test image, got '../1'",
                "&epsilon=x | epsilon must be within 0 and 100, got 'x'",
                "&epsilon=NaN | epsilon must be within 0 and 100, got 'NaN'",
                "&epsilon=1e9 | epsilon must be within 0 and 100, got '1e9'",
                "&method=bim | unknown attack 'bim'; known attacks: fgsm, iterated, pgd; did you mean 'iterated'?",
                "&norm=l1 | unknown norm 'l1'; known norms: linf, l2; did you mean 'l2'?",
                "&epsilon=0.1&target=x | target must be one class by its name or number, got 'x'; the classes are bright, dark",
                "&size=4 | size must be within 8 and 256 pixels, or empty for the data's own, got 4",
            })
    void what_cannot_be_is_said_in_one_line(String more, String message) throws Exception {
        Web.Answer answer = web.get("/api/lab/attack?" + wish(shades, "softmax") + more);
        assertThat(answer.error()).isEqualTo(message);
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_opened_says_why_and_harms_nothing() throws Exception {
        JsonNode none = opened(folder.resolve("none"), "softmax");
        assertThat(none.path("state").asText()).isEqualTo("failed");
        assertThat(none.path("problem").asText()).startsWith(folder.resolve("none") + ": no such file or folder");
        assertThat(opened(shades.resolve("dark"), "softmax").path("problem").asText())
                .contains("dark has no labels, and attacks need classes");
        assertThat(opened(Path.of("ring"), "softmax").path("problem").asText()).contains("images");
        Path broken = Files.createDirectories(folder.resolve("broken/a"));
        Files.writeString(broken.resolve("x.png"), "nothing");
        assertThat(opened(broken.getParent(), "softmax").path("state").asText()).isEqualTo("failed");
        assertThat(web.post("/api/lab/open?data=strokes&structure=vgg", "").error())
                .startsWith("unknown structure 'vgg'; known structures: softmax");
        assertThat(web.post("/api/lab/open?data=" + "x".repeat(2000), "").status())
                .isEqualTo(400);
        assertThat(web.get("/api/lab/attack?data=elsewhere").error()).endsWith("open these again");
        assertThat(attack("&image=1&epsilon=0").has("truth")).isTrue();
    }

    @Test
    void learning_is_stopped_and_only_one_thing_is_opened_at_a_time() throws Exception {
        Path more = Shades.in(folder.resolve("more"));
        web.start("beside", Map.of());
        web.post("/api/lab/open?" + wish(more, "residual"), "");
        assertThat(web.post("/api/lab/open?" + wish(more, "perceptron"), "").error())
                .isEqualTo("a residual classifier of " + more + " is being made ready; wait for it, or stop it");
        long step = web.get("/api/runs/beside").json().path("step").asLong();
        web.await("beside", card -> card.path("step").asLong() > step + 3);
        web.post("/api/lab/stop", "");
        assertThat(web.get("/api/lab/state?" + wish(more, "residual"))
                        .json()
                        .path("problem")
                        .asText())
                .isEqualTo("stopped");
        studio.workshop().close();
    }

    @Test
    void over_the_network_only_named_sets_and_data_that_were_put_there_can_be_opened() throws Exception {
        StudioSettings shared = new StudioSettings(
                Files.createDirectories(folder.resolve("runs")), Optional.of("0.0.0.0"), 0, Optional.empty());
        Wish path = new Wish(shades.toString(), 0, Structure.SOFTMAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shared.requireReadable(path.path().orElseThrow()))
                .withMessage("data may be named over the network only when the studio is started with --data FOLDER");
        assertThat(new Wish("strokes", 0, Structure.SOFTMAX).path()).isEmpty();
        assertThat(new Wish("mnist", 0, Structure.SOFTMAX).path()).isEmpty();
        new StudioSettings(folder.resolve("runs"), Optional.of("0.0.0.0"), 0, Optional.of(folder))
                .requireReadable(path.path().orElseThrow());
    }
}
