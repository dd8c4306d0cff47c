package io.github.gan4j.cli;

import io.github.gan4j.experiment.Leaderboard;
import io.github.gan4j.experiment.Race;
import io.github.gan4j.experiment.RaceOptions;
import io.github.gan4j.experiment.Variation;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j tune}: a race between settings of a plan. */
@Command(
        name = "tune",
        description = "Compare settings of a plan over several seeds by successive halving.",
        footer = {
            "",
            "Without --vary and --try: penalties, learning rates, their balance and width. After each round the worse half drops out.",
            "A race that was ended with Ctrl-C continues with the same command. --minutes is the time of the whole race;",
            "no candidate trains for more than --images, or the plan's own number of images.",
            "",
            "Examples",
            "  gan4j tune ring --minutes 10",
            "  gan4j tune mnist-dcgan --data mnist --minutes 20 --seeds 2",
            "  gan4j tune ring --minutes 10 --all --out tune/who-learns --vary 'referee=[everyone,margin]'",
            "  gan4j tune ring --minutes 10 --out tune/objectives --try objective=hinge --try 'batchSize=64; discriminator.penalties=[]'"
        })
final class TuneCommand implements Callable<Integer> {
    private static final double USUAL_MINUTES = 10;

    @Mixin
    private TrainOptions options;

    @Option(
            names = "--vary",
            paramLabel = "KEY=[A,B,C]",
            description = "Values to compare; may be repeated, then all combinations are.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--try",
            paramLabel = "SETTINGS",
            description =
                    "One candidate, as in 'batchSize=64' or 'batchSize=64; discriminator.penalties=[]'; may be repeated. The plan as it is"
                            + " races too.")
    private List<String> tried = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seeds of each candidate; ${DEFAULT-VALUE} when not given.")
    private int seeds;

    @Option(names = "--all", description = "No elimination: train all candidates for the same number of images.")
    private boolean all;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the race; tune/<plan> when not given.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (options.seed().isPresent())
            throw new IllegalArgumentException("--seed is of one run; a race takes --seeds N, got --seed "
                    + options.seed().get());
        Plan plan = options.planWhateverTheMinutes();
        Path folder = out.orElseGet(() -> Path.of("tune").resolve(plan.name()));
        Race race = new Race(
                new RaceOptions(
                        plan,
                        varied.stream().map(Variation::parse).toList(),
                        tried.stream().map(RaceOptions::settings).toList(),
                        options.minutes().orElse(USUAL_MINUTES),
                        seeds,
                        !all,
                        folder),
                new Listener() {},
                new Notices(spec.commandLine().getErr()));
        PrintWriter screen = spec.commandLine().getOut();
        try (CleanEnd end = new CleanEnd(race::stop)) {
            Optional<Leaderboard> leaderboard = race.run();
            leaderboard.ifPresent(found -> screen.print(found.table()));
            screen.println(
                    leaderboard.isPresent()
                            ? "its plan   gan4j train --plan " + folder.resolve("winner.yaml")
                            : "stopped; the same command continues");
            screen.flush();
            return 0;
        }
    }
}
