package io.github.gan4j.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.classifiers.Classifier;
import io.github.gan4j.classifiers.Structure;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttackReportTest {
    private static final Attack ATTACK = Attack.fast(Norm.LINF, 0.2);

    private static Classifier victim;
    private static AttackReport report;

    @BeforeAll
    static void attack() {
        victim = Pupils.of(Structure.SOFTMAX, 1);
        AttackOutcome outcome = AttackOutcome.of(victim, ATTACK, Aim.untargeted(), Pupils.UNSEEN, p -> {});
        ErrorCurve curve = ErrorCurve.around("softmax", victim, ATTACK, Aim.untargeted(), Pupils.UNSEEN, p -> {});
        report = new AttackReport(
                "60 images",
                Optional.empty(),
                Map.of("softmax", outcome),
                List.of(curve),
                Optional.empty(),
                Provenance.here());
    }

    @AfterAll
    static void close() {
        victim.close();
    }

    @Test
    void people_read_a_table_and_programs_json() throws IOException {
        assertThat(report.table())
                .startsWith("images  60 images\nattack  fgsm, linf, epsilon 0.2 (pixels from 0 to 1), untargeted\n")
                .containsPattern("\nsoftmax  .* %");
        JsonNode json = Json.parse(report.json().getBytes(StandardCharsets.UTF_8));
        assertThat(json.at("/attack/norm").asText()).isEqualTo("linf");
        assertThat(json.at("/classifiers/0/error").asDouble())
                .isEqualTo(report.outcomes().get("softmax").error());
        assertThat(json.at("/curves/0/points").size()).isEqualTo(9);
        assertThat(json.at("/provenance/java").asText()).isEqualTo(System.getProperty("java.version"));
        assertThat(json.toString()).doesNotContain("NaN");
    }

    @Test
    void the_curve_begins_without_an_attack_and_passes_through_its_epsilon() {
        List<ErrorCurve.Point> points = report.curves().get(0).points();
        AttackOutcome outcome = report.outcomes().get("softmax");
        assertThat(points.get(0).epsilon()).isZero();
        assertThat(points.get(0).error()).isEqualTo(outcome.cleanError());
        assertThat(report.curves().get(0).images()).isEqualTo(Pupils.UNSEEN.size());
        assertThat(points).allMatch(point -> point.low() <= point.error() && point.error() <= point.high());
        assertThat(points.get(6).high() - points.get(6).low()).isBetween(0.05, 0.3);
        assertThat(points.get(6).epsilon()).isEqualTo(ATTACK.epsilon());
        assertThat(points.get(6).error()).isEqualTo(outcome.error());
        assertThat(report.curvesCsv())
                .startsWith("classifier,epsilon,error,errorLow,errorHigh,confidenceWhenWrong\nsoftmax,0");
        assertThat(report.imagesCsv(Pupils.UNSEEN).lines())
                .hasSize(61)
                .anyMatch(line -> line.startsWith("drawn,left,"));
    }

    @Test
    void examples_and_weights_become_pictures() {
        Picture examples = AttackFigure.of(victim, ATTACK, Aim.untargeted(), Pupils.UNSEEN.part(0, 3));
        assertThat(examples.width()).isGreaterThan(6 * 128);
        Picture weights = Templates.figure(victim);
        assertThat(weights.width()).isGreaterThan(2 * 128);
    }
}
