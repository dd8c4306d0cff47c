package io.github.gan4j.run;

import io.github.gan4j.data.Samples;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.plan.Provenance;
import java.util.List;

/** Where a run comes from, as far as this machine can tell. */
final class Origin {
    private Origin() {}

    static Provenance of(Plan plan, Samples samples, List<String> lineage) {
        String version = Origin.class.getPackage().getImplementationVersion();
        return new Provenance(
                version == null ? "" : version,
                System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "2.10.0",
                samples.checksum(),
                lineage);
    }
}
