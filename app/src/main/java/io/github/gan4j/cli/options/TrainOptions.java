package io.github.gan4j.cli.options;

import io.github.gan4j.plan.Draft;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--from",
            paramLabel = "RUN|FILE",
            description =
                    "Start from the weights of a run (RUN, RUN@best, RUN@IMAGES) or of a file (.safetensors, .pth);"
                            + " repeatable where each player has a file.")
    private List<String> from = new ArrayList<>();

    @Option(names = "--from-generator-only", description = "Take over the generator alone, not the discriminator.")
    private boolean generatorOnly;

    @Option(names = "--from-matching", description = "Take over only what has the same name and shape.")
    private boolean matching;

    /** The plan that the options make over another one, in the place of a preset or a plan file. */
    public Plan planOver(Draft base) {
        if (options.chosen().isPresent() || !from.isEmpty())
            throw new IllegalArgumentException("--branch keeps the plan of its run: leave out "
                    + options.chosen().orElse("--from") + " and change the plan with --set");
        return options.plan(base, this::ofRun);
    }

    /** @throws IOException and IllegalArgumentException as {@link PlanOptions#plan} */
    public Plan plan() throws IOException {
        return options.plan(this::ofRun);
    }

    private Draft ofRun(Draft draft) {
        Draft own = PlanOptions.with(length.over(started(draft)), "seed", seed);
        return PlanOptions.with(own, "doctor.tries", tries);
    }

    private Draft started(Draft draft) {
        if (from.isEmpty()) {
            if (generatorOnly || matching)
                throw new IllegalArgumentException(
                        (generatorOnly ? "--from-generator-only" : "--from-matching") + " needs --from RUN or FILE");
            return draft;
        }
        return draft.setTexts("start.from", from)
                .setText("start.players", generatorOnly ? "generator" : "both")
                .set("start.matching", Boolean.toString(matching));
    }
}
