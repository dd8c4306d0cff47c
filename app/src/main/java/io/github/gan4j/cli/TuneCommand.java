package io.github.gan4j.cli;

import io.github.gan4j.cli.options.TrainOptions;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.experiment.Leaderboard;
import io.github.gan4j.experiment.Race;
import io.github.gan4j.experiment.RaceOptions;
import io.github.gan4j.experiment.Variation;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            description = "Values to compare; repeatable, then all combinations are.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--try",
            paramLabel = "SETTINGS",
            description =
                    "One candidate, as in 'batchSize=64' or 'batchSize=64; discriminator.penalties=[]'; repeatable."
                            + " The plan as it is competes, too.")
    private List<String> tried = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seeds of each candidate (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--all", description = "No elimination: train all candidates for the same number of images.")
    private boolean all;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder of the race (default: tune/<plan>).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private JsonOption json;

    @Mixin
    private Screen screen;

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        if (options.seed().isPresent())
            throw new IllegalArgumentException("--seed is of one run; a race takes --seeds N, got --seed "
                    + options.seed().get());
        Plan plan = options.planWithoutMinutes();
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
                screen::notice);
        Optional<Leaderboard> leaderboard = race.run();
        leaderboard.ifPresent(found -> {
            screen.out().print(found.table());
            if (machine)
                screen.json(Provenance.here().onto(Map.of(
                        "candidates", found.figures().objects(),
                        "winner", found.winner().title(),
                        "lead", found.lead(),
                        "plan", folder.resolve("winner.yaml").toString())));
        });
        screen.say(
                leaderboard.isPresent()
                        ? "its plan   gan4j train --plan " + folder.resolve("winner.yaml")
                        : "stopped; the same command continues");
        return 0;
    }
}
