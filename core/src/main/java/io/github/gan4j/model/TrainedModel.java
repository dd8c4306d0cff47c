package io.github.gan4j.model;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Sampler;

/** A network of a run as a checkpoint has it. One thread at a time; whoever opened it closes it. */
public abstract class TrainedModel implements AutoCloseable {
    final Trained trained;

    TrainedModel(Trained trained) {
        this.trained = trained;
    }

    /** Applies the whole network. */
    public Sampler sampler() {
        return trained.sampler(trained.network());
    }

    /** Of one sample that it was trained on. */
    public SampleShape shape() {
        return trained.shape();
    }

    public Plan plan() {
        return trained.plan();
    }

    /** Images seen when it was as it is. */
    public long imagesSeen() {
        return trained.imagesSeen();
    }

    /** What is needed to cite its results. */
    public Provenance provenance() {
        return trained.provenance();
    }

    /** Where the samples come from that it has learned from. */
    public DataSource source() {
        return plan().data();
    }

    @Override
    public void close() {
        trained.close();
    }
}
