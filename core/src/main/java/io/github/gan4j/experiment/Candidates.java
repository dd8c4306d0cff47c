package io.github.gan4j.experiment;

import io.github.gan4j.game.Learning;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.DiscriminatorArchitecture;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The candidates of a race, as lists of settings over one plan. */
final class Candidates {
    private static final int MOST = 64;
    /** What the race itself decides, or what has no influence on what is learned. */
    private static final List<String> NOT_RACING =
            List.of("seed", "stop", "metrics", "record", "doctor", "name", "about");

    private final Plan base;
    private final Set<List<String>> found = new LinkedHashSet<>();

    private Candidates(Plan base) {
        this.base = base;
    }

    /**
     * Every combination of the values, and the plan as it is with those tried. Where neither is given, the plan as it is
     * and with one of these changed: the strengths of penalties by factors of 10 and 100, both learning rates by 3, their
     * balance by 3, the width by 2; what makes no plan is left out then.
     *
     * @throws IllegalArgumentException in one line, when a combination makes no plan or there are too many
     */
    static List<Candidate> of(Plan base, List<Variation> varied, List<List<String>> tried) {
        Candidates all = new Candidates(base);
        boolean usual = varied.isEmpty() && tried.isEmpty();
        if (usual) all.usual();
        if (!varied.isEmpty()) all.found.addAll(combined(varied));
        if (!tried.isEmpty()) all.found.add(List.of());
        all.found.addAll(tried);
        List<Candidate> candidates = new ArrayList<>();
        int number = 0;
        for (List<String> settings : all.found) {
            String name = String.format(Locale.ROOT, "c%02d", ++number);
            try {
                candidates.add(Candidate.of(name, base, requireRacing(settings)));
            } catch (IllegalArgumentException impossible) {
                if (!usual) throw impossible;
            }
        }
        if (number > MOST)
            throw new IllegalArgumentException("at most " + MOST + " settings can race, got " + number + "; vary less");
        return candidates;
    }

    private static List<String> requireRacing(List<String> settings) {
        for (String setting : settings)
            if (NOT_RACING.contains(setting.split("[.=]")[0].strip()))
                throw new IllegalArgumentException(
                        "settings that race change what is learned, got '" + setting + "'; give it with --set to all");
        return settings;
    }

    private static List<List<String>> combined(List<Variation> varied) {
        List<List<String>> all = List.of(List.of());
        for (Variation one : varied)
            all = all.stream()
                    .flatMap(chosen -> one.settings().map(setting -> plus(chosen, setting)))
                    .limit(MOST + 1)
                    .toList();
        return all;
    }

    private static List<String> plus(List<String> chosen, String setting) {
        return Stream.concat(chosen.stream(), Stream.of(setting)).toList();
    }

    private void usual() {
        found.add(List.of());
        for (double factor : new double[] {0.01, 0.1, 10, 100}) penalties(factor);
        for (double factor : new double[] {1 / 3.0, 3})
            found.add(List.of(rate("generator", factor), rate("discriminator", factor)));
        for (double factor : new double[] {1 / 3.0, 3}) found.add(List.of(rate("discriminator", factor)));
        for (double factor : new double[] {0.5, 2}) widths(factor);
    }

    private void penalties(double factor) {
        List<String> settings = new ArrayList<>();
        List<Penalty> penalties = base.discriminator().penalties();
        for (int i = 0; i < penalties.size(); i++) {
            Optional<Schedule> strength = penalties.get(i).strength();
            if (strength.isPresent())
                settings.add("discriminator.penalties." + i + "."
                        + Settings.component((Record) penalties.get(i), Schedule.class)
                                .orElseThrow() + "="
                        + strength.get().times(factor).text());
        }
        if (settings.isEmpty() && factor > 1)
            settings.add("discriminator.penalties.0={r1: {gamma: " + factor / 100 + "}}");
        if (!settings.isEmpty()) found.add(settings);
    }

    private String rate(String player, double factor) {
        Learning optimizer = player.equals("generator")
                ? base.generator().optimizer()
                : base.discriminator().optimizer();
        return player + ".optimizer.learningRate="
                + optimizer.learningRate().times(factor).text();
    }

    private void widths(double factor) {
        List<String> settings = new ArrayList<>();
        GeneratorArchitecture generator = base.generator().network();
        DiscriminatorArchitecture discriminator = base.discriminator().network();
        width("generator", generator.hidden(), generator.width(), factor).ifPresent(settings::add);
        width("discriminator", discriminator.hidden(), discriminator.width(), factor)
                .ifPresent(settings::add);
        if (!settings.isEmpty()) found.add(settings);
    }

    private static Optional<String> width(String player, List<Integer> hidden, int width, double factor) {
        if (!hidden.isEmpty())
            return Optional.of(player + ".network.hidden="
                    + hidden.stream()
                            .map(units -> Math.max(1, Math.round(units * factor)))
                            .toList());
        return width > 1 ? Optional.of(player + ".network.width=" + Math.round(width * factor)) : Optional.empty();
    }
}
