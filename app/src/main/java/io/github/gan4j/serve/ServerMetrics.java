package io.github.gan4j.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** What a server counts, in the text format of Prometheus. */
final class ServerMetrics {
    static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("gan4j_requests_total")
            .help("Requests answered")
            .labelNames("route", "status")
            .register(registry);
    private final Histogram seconds = Histogram.builder()
            .name("gan4j_request_seconds")
            .help("Time from a request to the end of its answer")
            .labelNames("route")
            .classicOnly()
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30)
            .register(registry);
    private final Counter samples = Counter.builder()
            .name("gan4j_samples_total")
            .help("Samples and images made")
            .labelNames("model")
            .register(registry);

    ServerMetrics(List<ServedModel> models) {
        GaugeWithCallback.builder()
                .name("gan4j_waiting_samples")
                .help("Samples and images that wait for a worker")
                .labelNames("model")
                .callback(gauge -> models.forEach(model -> gauge.call(model.waiting(), model.name())))
                .register(registry);
        CounterWithCallback.builder()
                .name("gan4j_batches_total")
                .help("Batches that samples and images were made in")
                .labelNames("model")
                .callback(counter -> models.forEach(model -> counter.call(model.batches(), model.name())))
                .register(registry);
        models.forEach(model -> samples.initLabelValues(model.name()));
    }

    void answered(String route, int status, double tookSeconds) {
        requests.labelValues(route, Integer.toString(status)).inc();
        seconds.labelValues(route).observe(tookSeconds);
    }

    void made(String model, int count) {
        samples.labelValues(model).inc(count);
    }

    byte[] text() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(bytes, registry.scrape());
        return bytes.toByteArray();
    }
}
