package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks of a trained generator. */
class ExploreTest {
    private static final String RUN = "/api/explore/told";

    @TempDir
    static Path folder;

    static Studio studio;
    static Web web;

    /** A class-conditional generator of a run that is over. */
    @BeforeAll
    static void train() throws Exception {
        studio = Studio.open(StudioSettings.local(folder));
        web = new Web(studio);
        web.start(
                "told",
                Map.of(
                        "stop", "{images: 64}",
                        "generator.network.labels", "every-layer",
                        "discriminator.network.labels", "projection"));
        web.awaitState("told", "finished");
    }

    @AfterAll
    static void close() {
        studio.close();
    }

    private static Picture picture(String path) throws IOException, InterruptedException {
        Web.Answer answer = web.get(RUN + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ImageFile.read(answer.bytes(), path);
    }

    @Test
    void tells_what_can_be_explored() throws Exception {
        JsonNode about = web.get(RUN).json();
        assertThat(about.path("imagesSeen").asLong()).isEqualTo(64);
        assertThat(about.path("latents").asInt()).isEqualTo(4);
        assertThat(about.path("classes")).hasSize(10);
        assertThat(web.get("/api/explore/none").status()).isEqualTo(404);
    }

    @Test
    void samples_follow_base_sliders_and_classes() throws Exception {
        Picture plain = picture("/sample.png?base=3");
        assertThat(plain.width()).isEqualTo(16);
        assertThat(picture("/sample.png?base=3")).isEqualTo(plain);
        assertThat(picture("/sample.png?base=3&z0=2")).isNotEqualTo(plain);
        assertThat(picture("/sample.png?base=3&d0=2")).isNotEqualTo(plain);
        assertThat(picture("/sample.png?base=3&class=5")).isNotEqualTo(plain);
        assertThat(picture("/sample.png?base=3&class=0:0.5,5:0.5"))
                .isNotEqualTo(plain)
                .isNotEqualTo(picture("/sample.png?base=3&class=5"));
        assertThat(picture("/sample.png?base=3&enlarged=4").width()).isEqualTo(64);
        Picture sheet = picture("/sheet.png?from=2&count=5");
        assertThat(sheet.width()).isEqualTo(5 * 16);
        assertThat(web.get(RUN + "/sample.png?base=%2Asmile").status()).isEqualTo(404);
        assertThat(web.get(RUN + "/sheet.png?count=1000").error())
                .isEqualTo("count must be within 1 and 64, got '1000'");
        assertThat(web.get(RUN + "/sheet.png?count=2.5").error()).isEqualTo("count must be a whole number, got '2.5'");
        assertThat(web.get(RUN + "/sample.png?class=11").error())
                .startsWith("class must be one class by its name or number, got '11'; the classes are 0, 1, 2,");
    }

    @Test
    void a_hundred_samples_of_a_class_come_in_one_zip() throws Exception {
        byte[] file =
                web.get(RUN + "/samples.zip?from=2&count=70&class=3&t=0.5").bytes();
        List<String> names = new ArrayList<>();
        Optional<Picture> first = Optional.empty();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                Picture picture = ImageFile.read(zip.readAllBytes(), entry.getName());
                first = first.or(() -> Optional.of(picture));
            }
        }
        assertThat(names).hasSize(70).startsWith("000002.png").endsWith("000071.png");
        assertThat(first).contains(picture("/sample.png?base=2&class=3&t=0.5"));
    }

    @Test
    void an_earlier_checkpoint_is_asked_for_by_its_images() throws Exception {
        assertThat(web.get(RUN).json().path("checkpoints").get(0).asLong()).isZero();
        assertThat(picture("/sample.png?base=3&at=0")).isNotEqualTo(picture("/sample.png?base=3"));
        assertThat(picture("/sample.png?base=3&at=64")).isEqualTo(picture("/sample.png?base=3"));
        assertThat(web.get(RUN + "?at=7").error()).contains("no checkpoint at 7 images");
    }

    @Test
    void one_latent_is_seen_at_every_checkpoint_while_another_is_explored() throws Exception {
        assertThat(picture("/sample/0.png?base=3&class=2&t=0.7&at=64"))
                .isEqualTo(picture("/sample.png?base=3&class=2&t=0.7&at=0"));
        assertThat(picture("/sample/64.png?base=3&at=0")).isEqualTo(picture("/sample.png?base=3&at=64"));
        // directions stay those of the checkpoint that is explored
        assertThat(picture("/sample/0.png?base=3&d0=3&at=64")).isNotEqualTo(picture("/sample.png?base=3&d0=3&at=0"));
        assertThat(web.get(RUN + "/sample/7.png?base=3").error()).contains("no checkpoint at 7 images");
    }

    @Test
    void a_walk_goes_over_all_its_stops_and_back() throws Exception {
        assertThat(web.get(RUN + "/walk.gif?stops=4,5,9-2&frames=6").bytes()).startsWith('G', 'I', 'F');
        Picture sheet = ImageFile.read(
                web.get(RUN + "/walk.png?stops=4,5,9-2&frames=6&columns=4").bytes(), "sheet");
        Picture tile = ImageFile.read(web.get(RUN + "/sample.png?base=4").bytes(), "sample");
        assertThat(sheet.width()).isEqualTo(4 * tile.width());
        assertThat(sheet.height()).isEqualTo(2 * tile.height());
        assertThat(web.get(RUN + "/walk.gif?stops=4").error()).isEqualTo("a walk has 2 to 26 stops, got 1");
        assertThat(web.get(RUN + "/walk.gif?stops=4,x").error()).contains("a base is written like");
    }

    @Test
    void every_sample_of_a_sheet_is_moved_as_it_would_be_alone() throws Exception {
        Picture sheet = picture("/sheet.png?from=3&count=2&class=4&t=0.8&d1=2&z1=1.5");
        int width = sheet.width() / 2;
        for (int i = 0; i < 2; i++)
            assertThat(Pictures.cropped(sheet, i * width, 0, width, sheet.height()))
                    .isEqualTo(picture("/sample.png?base=" + (3 + i) + "&class=4&t=0.8&d1=2&z1=1.5"));
        assertThat(sheet).isNotEqualTo(picture("/sheet.png?from=3&count=2&class=4&t=0.8"));
    }

    @Test
    void a_direction_is_found_by_what_it_changes_in_the_class_that_is_explored() throws Exception {
        JsonNode measures = web.get(RUN).json().path("measures");
        assertThat(measures.toString()).contains("slant", "thickness", "brightness");
        double correlation = web.get(RUN + "/measured/brightness?class=3")
                .json()
                .path("correlation")
                .asDouble();
        assertThat(correlation).isBetween(0.3, 1.0);
        assertThat(web.post(RUN + "/latents/light?measure=brightness&class=3", "")
                        .json()
                        .toString())
                .contains("{\"name\":\"light\",\"class\":\"3\",\"direction\":true}");
        List<Double> means = new ArrayList<>();
        for (int far : new int[] {-2, 2}) {
            double sum = 0;
            for (int seed = 0; seed < 8; seed++)
                sum += brightness(picture("/sample.png?class=3&base=" + seed + "&v.light=" + far));
            means.add(sum);
        }
        assertThat(means).isSorted();
        assertThat(web.post(RUN + "/latents/hot?measure=warmth", "").error()).contains("colour");
        assertThat(web.post(RUN + "/latents/odd?measure=brigthness", "").error())
                .contains("brightness");
        web.delete(RUN + "/latents/light");
    }

    private static double brightness(Picture picture) {
        double sum = 0;
        for (byte pixel : picture.pixels()) sum += pixel & 0xff;
        return sum;
    }

    @Test
    void a_direction_with_a_name_leads_the_same_way_at_every_checkpoint() throws Exception {
        JsonNode saved = web.post(RUN + "/latents/slant?direction=1", "").json();
        assertThat(saved.toString()).contains("{\"name\":\"slant\",\"class\":\"\",\"direction\":true}");
        assertThat(picture("/sample.png?base=3&v.slant=2.5")).isEqualTo(picture("/sample.png?base=3&d1=2.5"));
        assertThat(picture("/sample.png?base=3&v.slant=2.5&at=0"))
                .isEqualTo(picture("/sample/0.png?base=3&d1=2.5&at=64"))
                .isNotEqualTo(picture("/sample.png?base=3&at=0"));
        assertThat(web.post(RUN + "/latents/more?direction=4", "").error()).isEqualTo("there is no direction 4");
        assertThat(web.get(RUN + "/sample.png?v.nothing=1").status()).isEqualTo(404);
        web.delete(RUN + "/latents/slant");
    }

    @Test
    void all_classes_of_one_latent_come_side_by_side() throws Exception {
        Picture all = picture("/classes.png?base=3&z1=2&class=5");
        assertThat(all.width()).isEqualTo(10 * 16);
        for (int label : new int[] {0, 5, 9}) {
            Picture one = picture("/sample.png?base=3&z1=2&class=" + label);
            for (int y = 0; y < 16; y++)
                for (int x = 0; x < 16; x++)
                    assertThat(all.toImage().getRGB(16 * label + x, y))
                            .isEqualTo(one.toImage().getRGB(x, y));
        }
    }

    @Test
    void a_latent_keeps_its_class_and_is_replaced_only_on_request() throws Exception {
        JsonNode saved = web.post(RUN + "/latents/five?base=3&class=5", "").json();
        assertThat(saved.get(0).path("class").asText()).isEqualTo("5");
        assertThat(web.post(RUN + "/latents/five?base=4", "").status()).isEqualTo(409);
        assertThat(web.post(RUN + "/latents/five?base=4&replace=1", "").status())
                .isEqualTo(200);
        assertThat(picture("/sample.png?base=*five")).isEqualTo(picture("/sample.png?base=4"));
        web.delete(RUN + "/latents/five");
    }

    @Test
    void the_variance_of_directions_falls() throws Exception {
        JsonNode shares = web.get(RUN + "/directions").json();
        assertThat(shares).hasSize(4);
        assertThat(shares.get(0).asDouble()).isBetween(shares.get(1).asDouble(), 1.0);
    }

    @Test
    void latents_are_saved_under_names_and_forgotten() throws Exception {
        assertThat(web.post(RUN + "/latents/mine?base=3&z1=1", "").json().findValuesAsText(""))
                .isEmpty();
        assertThat(picture("/sample.png?base=*mine")).isEqualTo(picture("/sample.png?base=3&z1=1"));
        assertThat(web.get(RUN).json().path("saved").toString()).contains("mine");
        assertThat(web.post(RUN + "/latents/a%20b?base=3", "").error()).startsWith("a latent's name is");
        assertThat(web.delete(RUN + "/latents/mine").status()).isEqualTo(200);
        assertThat(web.delete(RUN + "/latents/mine").status()).isEqualTo(404);
        assertThat(folder.resolve("told/latents/mine.json")).doesNotExist();
    }

    @Test
    void the_nearest_training_images_come_in_order() throws Exception {
        JsonNode found = web.get(RUN + "/nearest?base=3").json().path("found");
        assertThat(found).hasSize(6);
        for (int i = 1; i < 6; i++)
            assertThat(found.get(i).path("error").asDouble())
                    .isGreaterThanOrEqualTo(found.get(i - 1).path("error").asDouble());
    }

    @Test
    void a_dropped_image_becomes_a_latent_and_what_is_none_is_refused() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new Picture(30, 20, 3, new byte[1800]).toImage(), "png", png);
        JsonNode projected =
                web.post(RUN + "/project?class=3", png.toByteArray()).json();
        assertThat(projected.path("psnr").asDouble()).isPositive();
        assertThat(picture("/sample.png?base=*" + projected.path("name").asText())
                        .width())
                .isEqualTo(16);
        assertThat(web.post(RUN + "/project", "no image").error())
                .startsWith("the dropped file: is text, not an image");
        assertThat(web.post(RUN + "/project", new byte[(8 << 20) + 1]).status()).isEqualTo(413);
    }

    @Test
    void a_saved_latent_of_another_size_is_one_line() throws Exception {
        Files.createDirectories(folder.resolve("told/latents"));
        Files.writeString(folder.resolve("told/latents/wrong.json"), "{\"latents\": [[1, 2]]}");
        assertThat(web.get(RUN + "/sample.png?base=*wrong").error())
                .contains("wrong.json: a latent of this generator has 4 numbers, got 2");
    }

    @Test
    void a_generator_of_points_is_no_wall_of_images() throws Exception {
        web.post(
                "/api/runs",
                "{\"preset\": \"gaussian-1d\", \"name\": \"line\", \"set\": {\"threads\": \"1\", \"stop\": \"{images: 256}\"}}");
        web.awaitState("line", "finished");
        assertThat(web.get("/api/explore/line").error())
                .isEqualTo("this generator makes points, not images to explore");
    }

    @Test
    void generators_in_files_beside_the_runs_are_explored_as_runs_are() throws Exception {
        Path exported = folder.resolve("told/files");
        Export.everything().in(ExportFormat.ONNX, ExportFormat.TORCHSCRIPT).of(folder.resolve("told"), exported);
        Files.copy(exported.resolve("generator.onnx"), folder.resolve("far.onnx"));
        Files.copy(exported.resolve("generator.pt"), folder.resolve("far.pt"));
        assertThat(web.get("/api/runs").json().path("generators"))
                .extracting(JsonNode::asText)
                .contains("far.onnx", "far.pt");
        JsonNode about = web.get("/api/explore/far.pt").json();
        assertThat(about.path("file").asBoolean()).isTrue();
        assertThat(about.path("latents").asInt()).isEqualTo(4);
        assertThat(about.path("classes")).hasSize(10);
        assertThat(web.get("/api/explore/far.pt/directions").json().path(0).asDouble())
                .isPositive();
        List<Picture> made = new ArrayList<>();
        for (String file : List.of("far.onnx", "far.pt"))
            for (String query : List.of("base=3&class=2", "base=3&class=5&d0=2&t=0.5")) {
                Web.Answer answer = web.get("/api/explore/" + file + "/sample.png?" + query);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                made.add(ImageFile.read(answer.bytes(), file));
            }
        assertThat(made.get(0)).isEqualTo(made.get(2)).isNotEqualTo(made.get(1));
        assertThat(web.get("/api/explore/far.pt/walk.gif?stops=4,5&frames=3&class=1")
                        .bytes())
                .startsWith('G', 'I', 'F');
        assertThat(web.get("/api/explore/far.onnx/samples.zip?count=3&class=1").bytes())
                .startsWith('P', 'K');
        for (String none : List.of("/nearest?base=1", "/sample.png?base=*saved", "/sample/0.png?base=1"))
            assertThat(web.get("/api/explore/far.pt" + none).error())
                    .isEqualTo("far.pt is a generator in a file; this needs the run that it was trained in");
        assertThat(web.post("/api/explore/far.pt/latents/mine", "{}").status()).isEqualTo(409);
        assertThat(web.get("/api/explore/far.onnx/sample.png?base=1&class=1:0.5,2:0.5")
                        .error())
                .isEqualTo("a generator in a file makes one class at a time, not mixtures");
    }

    @Test
    void files_that_hold_no_generator_are_refused_in_a_line_and_links_are_no_generators() throws Exception {
        Files.writeString(folder.resolve("letter.onnx"), "Dear reader, this is no network.");
        Web.Answer answer = web.get("/api/explore/letter.onnx");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.error()).startsWith("letter.onnx: is not a readable ONNX file: ");
        Files.createSymbolicLink(folder.resolve("away.onnx"), folder.resolve("letter.onnx"));
        assertThat(web.get("/api/explore/away.onnx").status()).isEqualTo(404);
        assertThat(web.get("/api/runs").json().path("generators"))
                .extracting(JsonNode::asText)
                .contains("letter.onnx")
                .doesNotContain("away.onnx");
    }
}
