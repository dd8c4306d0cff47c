package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void metrics_are_found_by_either_name_each_once_and_in_their_order() {
        assertThat(Metrics.named("kid, fid,frechet-distance"))
                .extracting(Metric::name)
                .containsExactly("frechet-distance", "kernel-distance");
        assertThat(Metrics.named("all")).isEqualTo(Metrics.ALL);
    }

    @Test
    void no_two_metrics_share_a_name() {
        assertThat(Metrics.ALL.stream().map(Metric::name)).doesNotHaveDuplicates();
        assertThat(Metrics.ALL.stream().flatMap(metric -> metric.shortNames().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_unknown_metric_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Metrics.named("fid,beauty"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "unknown metric 'beauty'; known metrics: frechet-distance (fid), kernel-distance (kid)")
                .hasMessageEndingWith(", or all");
    }
}
