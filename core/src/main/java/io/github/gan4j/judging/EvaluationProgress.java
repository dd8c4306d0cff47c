package io.github.gan4j.judging;

import io.github.gan4j.data.Batch;
import io.github.gan4j.metrics.Extraction;
import io.github.gan4j.metrics.Extractor;
import io.github.gan4j.metrics.Metric;
import java.util.ArrayList;
import java.util.List;

/** Hears how far an evaluation is, often; what it throws ends the evaluation. */
@FunctionalInterface
public interface EvaluationProgress {
    /**
     * Work goes on.
     *
     * @param doing what is done just now, in a few words
     * @param share of that, from 0 to 1
     */
    void at(String doing, double share);

    /** The same extractor; before each batch that it looks at, the progress hears of it. */
    default Extractor watched(Extractor extractor, int images) {
        return new Extractor() {
            private int seen;

            @Override
            public String name() {
                return extractor.name();
            }

            @Override
            public String hash() {
                return extractor.hash();
            }

            @Override
            public List<String> classes() {
                return extractor.classes();
            }

            @Override
            public Extraction look(Batch batch) {
                at("looking at images", Math.min(1, (double) seen / Math.max(1, images)));
                seen += batch.count();
                return extractor.look(batch);
            }

            @Override
            public void close() {
                extractor.close();
            }
        };
    }

    /** The same metrics; before each is computed, the progress hears of it. */
    default List<Metric> watched(List<Metric> metrics) {
        List<Metric> watched = new ArrayList<>();
        for (Metric metric : metrics) {
            double share = (double) watched.size() / metrics.size();
            watched.add(metric.preceded(() -> at("computing " + metric.name(), share)));
        }
        return watched;
    }
}
