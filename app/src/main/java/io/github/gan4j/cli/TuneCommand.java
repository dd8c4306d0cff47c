package io.github.gan4j.cli;

import io.github.gan4j.cli.options.LengthOptions;
import io.github.gan4j.cli.options.PlanOptions;
import io.github.gan4j.cli.options.Within;
import io.github.gan4j.cli.terminal.JsonOption;
import io.github.gan4j.cli.terminal.ShellQuote;
import io.github.gan4j.experiment.Leaderboard;
import io.github.gan4j.experiment.Race;
import io.github.gan4j.experiment.RaceOptions;
import io.github.gan4j.experiment.Variation;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gan4j tune}: a hyper-parameter search. */
@Command(
        name = "tune",
        description = "Compare settings on short trainings over several seeds, and report the best.",
        footer = {
            "",
            "Without --vary and --try, penalties, learning rates, their ratio and the network width are varied.",
            "After each round the worse half of the candidates is dropped (successive halving).",
            "After Ctrl-C, the same command continues the comparison.",
            "",
            "Examples",
            "  gan4j tune ring --minutes 10",
            "  gan4j tune mnist-dcgan --data mnist --minutes 20 --seeds 2",
            "  gan4j tune ring --all --out tune/referees --vary 'referee=[everyone,margin]'",
            "  gan4j tune ring --out tune/objectives --try objective=hinge \\",
            "      --try 'batchSize=64; discriminator.penalties=[]'"
        })
final class TuneCommand extends Verb {
    @Mixin
    private PlanOptions options;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "Stop the whole comparison after N minutes (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Within(least = 1)
    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Most training images of one candidate (default: the length of the plan).")
    private Optional<Long> images = Optional.empty();

    @Option(
            names = "--vary",
            paramLabel = "KEY=[A,B,C]",
            description = "Values of one key to compare; if repeated, all combinations are compared.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--try",
            paramLabel = "SETTINGS",
            description = "Settings of one candidate, as in 'batchSize=64; discriminator.penalties=[]'; repeatable."
                    + " The unchanged plan is a candidate, too.")
    private List<String> tried = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Seeds per candidate (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--all", description = "No elimination: train all candidates for the same number of images.")
    private boolean all;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for runs and results (default: tune/<plan>).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() throws IOException {
        boolean machine = json.on(screen);
        LengthOptions.check(minutes);
        Plan plan = options.plan(draft -> images.map(
                        most -> draft.set("stop.images", most.toString()).set("stop.minutes", "0"))
                .orElse(draft));
        Path folder = out.orElseGet(() -> Path.of("tune").resolve(plan.name()));
        Race race = new Race(
                new RaceOptions(
                        plan,
                        varied.stream().map(Variation::parse).toList(),
                        tried.stream().map(RaceOptions::settings).toList(),
                        minutes,
                        seeds,
                        !all,
                        folder),
                new Listener() {},
                screen::notice);
        Optional<Leaderboard> leaderboard = race.run();
        leaderboard.ifPresent(found -> {
            screen.show(found.table());
            if (machine)
                screen.json(found.provenance()
                        .onto(Map.of(
                                "candidates", found.figures().objects(),
                                "winner", found.winner().title(),
                                "lead", found.lead(),
                                "plan", folder.resolve("winner.yaml").toString())));
        });
        screen.say(
                leaderboard.isPresent()
                        ? "its plan   gan4j train --plan " + ShellQuote.of(folder.resolve("winner.yaml"))
                        : "stopped; the same command continues");
        return 0;
    }
}
