package io.github.gan4j.cli.options;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a single run: those of its plan, its length, its seed, and what may be tried when it fails. */
public final class TrainOptions {
    @Mixin
    private PlanOptions options = new PlanOptions();

    @Mixin
    private LengthOptions length = new LengthOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Random seed of the whole run.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--auto-remedy",
            arity = "0..1",
            fallbackValue = "3",
            paramLabel = "N",
            description =
                    "If training fails (collapse, divergence ...), go back and change one setting, at most N times"
                            + " (N is ${FALLBACK-VALUE} if omitted).")
    private Optional<Integer> tries = Optional.empty();

    /** @throws IOException and IllegalArgumentException as {@link PlanOptions#plan} */
    public Plan plan() throws IOException {
        return options.plan(this::ofRun);
    }

    private Draft ofRun(Draft draft) {
        Draft own = PlanOptions.with(length.over(draft), "seed", seed);
        return PlanOptions.with(own, "doctor.tries", tries);
    }
}
