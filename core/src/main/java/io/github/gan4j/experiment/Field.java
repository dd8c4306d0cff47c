package io.github.gan4j.experiment;

import java.util.Optional;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.game.Penalty;
import io.github.gan4j.networks.DiscriminatorArchitecture;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.schedule.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who takes part in a race. */
final class Field {
    private static final int MOST = 64;
    /** What the race itself sets, or what has no influence on what is learned. */
    private static final List<String> NOT_RACING =
            List.of("seed", "stop", "metrics", "record", "doctor", "name", "about");

    private final Plan base;
    private final Set<List<String>> found = new LinkedHashSet<>();

    private Field(Plan base) {
        this.base = base;
    }

    /**
     * Every combination of the values; where candidates are given by themselves, the plan as it is and those; where there is
     * neither, the plan as it is and with one of these changed:
     * strengths of penalties by factors of 10 and 100, both learning rates by 3, their balance by 3, width by 2.
     *
     * @throws IllegalArgumentException in one line, when a combination makes no plan or there are too many
     */
    static List<Candidate> of(Plan base, List<Vary> varied, List<List<String>> tried) {
        Field field = new Field(base);
        boolean usual = varied.isEmpty() && tried.isEmpty();
        if (usual) field.usual();
        if (!varied.isEmpty()) field.combine(varied, 0, List.of());
        if (!tried.isEmpty()) field.found.add(List.of());
        field.found.addAll(tried);
        List<Candidate> candidates = new ArrayList<>();
        for (List<String> settings : field.found)
            candidates.add(new Candidate(String.format(Locale.ROOT, "c%02d", candidates.size() + 1), settings));
        if (!usual) candidates.forEach(candidate -> requireRacing(candidate).plan(base));
        if (candidates.size() > MOST)
            throw new IllegalArgumentException(
                    "at most " + MOST + " settings can race, got " + candidates.size() + "; vary less");
        return candidates.stream().filter(field::makesAPlan).toList();
    }

    private static Candidate requireRacing(Candidate candidate) {
        for (String setting : candidate.settings())
            if (NOT_RACING.contains(setting.split("[.=]")[0].strip()))
                throw new IllegalArgumentException(
                        "settings that race change what is learned, got '" + setting + "'; give it with --set to all");
        return candidate;
    }

    private void combine(List<Vary> varied, int next, List<String> so) {
        if (next == varied.size()) {
            found.add(so);
            return;
        }
        for (String value : varied.get(next).values()) {
            List<String> longer = new ArrayList<>(so);
            longer.add(varied.get(next).key() + "=" + value);
            if (found.size() <= MOST) combine(varied, next + 1, longer);
        }
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
                        + Settings.component((Record) penalties.get(i), Schedule.class).orElseThrow() + "="
                        + strength.get().times(factor).text());
        }
        if (settings.isEmpty() && factor > 1)
            settings.add("discriminator.penalties.0={r1: {gamma: " + factor / 100 + "}}");
        if (!settings.isEmpty()) found.add(settings);
    }

    private String rate(String player, double factor) {
        Schedule rate = (player.equals("generator")
                        ? base.generator().optimizer()
                        : base.discriminator().optimizer())
                .learningRate();
        return player + ".optimizer.learningRate=" + rate.times(factor).text();
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
        return width > 1
                ? Optional.of(player + ".network.width=" + Math.round(width * factor))
                : Optional.empty();
    }

    private boolean makesAPlan(Candidate candidate) {
        try {
            candidate.plan(base);
            return true;
        } catch (IllegalArgumentException impossible) {
            return false;
        }
    }
}
