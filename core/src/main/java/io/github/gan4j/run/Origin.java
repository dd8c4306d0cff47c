package io.github.gan4j.run;

import io.github.gan4j.data.Samples;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.tensor.Engine;
import java.util.List;

/** Where a run comes from, as its plan has it. */
final class Origin {
    private Origin() {}

    static Provenance of(Plan plan, Samples samples, List<String> lineage) {
        return Provenance.here()
                .withLibtorch(Engine.version())
                .withSeed("run", plan.seed())
                .withChecksum(Provenance.DATA, samples.checksum())
                .withLineage(lineage);
    }
}
