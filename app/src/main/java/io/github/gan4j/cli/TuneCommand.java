package io.github.gan4j.cli;

import io.github.gan4j.experiment.Race;
import io.github.gan4j.experiment.RaceOrder;
import io.github.gan4j.experiment.Ranking;
import io.github.gan4j.experiment.Vary;
import io.github.gan4j.plan.Plan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan4j tune}: lets settings of a plan race. */
@Command(
        name = "tune",
        description = "Let settings of a plan race on short budgets, and say which wins.",
        footer = {
            "",
            "Without --vary and --try: penalties, learning rates, their balance and width. After each round the worse half drops out.",
            "A race that was ended with Ctrl-C goes on with the same command. --minutes is the whole race's; --images, or",
            "the plan's own number of images, is as far as anybody goes.",
            "",
            "Examples",
            "  gan4j tune ring --minutes 10",
            "  gan4j tune mnist-dcgan --data mnist --minutes 20 --seeds 2",
            "  gan4j tune ring --minutes 10 --all --out tune/who-learns --vary 'referee.kind=[everyone,margin]'",
            "  gan4j tune ring --minutes 10 --out tune/objectives --try objective.name=hinge --try 'batch=64; penalties=[]'"
        })
final class TuneCommand implements Callable<Integer> {
    private static final double USUAL_MINUTES = 10;

    @Mixin
    private TrainOptions options;

    @Option(
            names = "--vary",
            paramLabel = "KEY=[A,B,C]",
            description = "Values that race; may be repeated, then all combinations do.")
    private List<String> varied = new ArrayList<>();

    @Option(
            names = "--try",
            paramLabel = "SETTINGS",
            description =
                    "One candidate, as in 'batch=64' or 'batch=64; penalties=[]'; may be repeated. The plan as it is"
                            + " races too.")
    private List<String> tried = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", description = "Seeds of each; ${DEFAULT-VALUE} when not given.")
    private int seeds = 3;

    @Option(names = "--all", description = "Nobody drops out: a comparison of all over the same number of images.")
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
        if (options.treats())
            throw new IllegalArgumentException(
                    "--auto-remedy changes settings on the way, so it would spoil a race; leave it out");
        Plan plan = options.planWhateverTheMinutes();
        Path folder = out.orElseGet(() -> Path.of("tune").resolve(plan.name()));
        double minutes = options.minutes().orElse(USUAL_MINUTES);
        RaceOrder order = new RaceOrder(
                plan,
                varied.stream().map(Vary::parse).toList(),
                tried.stream().map(TuneCommand::settings).toList(),
                minutes,
                seeds,
                !all,
                folder);
        Race race = new Race(order, new Notices(spec.commandLine().getErr()));
        PrintWriter screen = spec.commandLine().getOut();
        try (CleanEnd end = new CleanEnd(race::stop)) {
            Optional<Ranking> ranking = race.run();
            if (ranking.isPresent()) {
                screen.print(ranking.get().table());
                screen.println("the winner " + ranking.get().winner().words());
                screen.println("its plan   gan4j train --plan " + folder.resolve("winner.yaml"));
            } else screen.println("stopped; the same command goes on");
            screen.flush();
            return 0;
        }
    }

    private static List<String> settings(String candidate) {
        List<String> settings = Stream.of(candidate.split(";"))
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .toList();
        if (settings.isEmpty())
            throw new IllegalArgumentException(
                    "--try is written key=value, or 'key=value; key=value'; got '" + candidate + "'");
        return settings;
    }
}
