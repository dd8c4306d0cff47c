package io.github.gan4j.studio;

import io.github.gan4j.explore.Arithmetic;
import io.github.gan4j.explore.Interpolation;
import io.github.gan4j.explore.Truncation;
import io.github.gan4j.game.Latents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sample is made, as an address says it: where to begin ({@code base}), how far along principal directions
 * ({@code d0}, {@code d1}, …) and along named ones ({@code v.slant}), what single latents are moved by ({@code z0}, …), and
 * how far all is pulled to the mean ({@code t}).
 *
 * @param base a seed ({@code 12}), a saved latent ({@code *name}), sums and differences of them ({@code 5-9+*smile}), or
 *     a place between two ({@code 5~9@0.3})
 */
record Recipe(
        String base,
        Map<Integer, Double> directions,
        Map<String, Double> named,
        Map<Integer, Double> latents,
        double truncation) {
    private static final int MOST_BASE = 400;
    private static final Pattern WALK = Pattern.compile("([^~@]+)~([^~@]+)@([0-9.]{1,10})");
    private static final Pattern TERM = Pattern.compile("([+-]?)(\\d{1,9}|\\*[A-Za-z0-9_.]{1,60})");

    /** Latents that were saved under a name. */
    interface Saved {
        float[] named(String name) throws IOException;
    }

    Recipe {
        if (base.length() > MOST_BASE)
            throw new IllegalArgumentException("a base has at most " + MOST_BASE + " characters");
    }

    /** @throws IllegalArgumentException in one line, when a value is none */
    static Recipe of(Map<String, List<String>> query) {
        Map<Integer, Double> directions = new TreeMap<>(), latents = new TreeMap<>();
        Map<String, Double> named = new TreeMap<>();
        query.forEach((key, values) -> {
            if (key.matches("d\\d{1,2}"))
                directions.put(Integer.parseInt(key.substring(1)), number(key, values.get(0)));
            if (key.matches("v\\.[A-Za-z0-9_.]{1,60}")) named.put(key.substring(2), number(key, values.get(0)));
            if (key.matches("z\\d{1,4}")) latents.put(Integer.parseInt(key.substring(1)), number(key, values.get(0)));
        });
        double truncation = number("t", query.getOrDefault("t", List.of("1")).get(0));
        return new Recipe(query.getOrDefault("base", List.of("0")).get(0), directions, named, latents, truncation);
    }

    private static double number(String key, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= 100) return value;
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new IllegalArgumentException(key + " must be a number within -100 and 100, got '" + text + "'");
    }

    /** The same from another seed. */
    Recipe from(long seed) {
        return new Recipe(Long.toString(seed), directions, named, latents, truncation);
    }

    /** The latent that comes out. */
    float[] latent(Latents plan, List<float[]> ways, Saved saved) throws IOException {
        float[] latent = begun(base, plan, saved).clone();
        for (Map.Entry<Integer, Double> move : directions.entrySet()) {
            if (move.getKey() >= ways.size())
                throw new IllegalArgumentException("there is no direction " + move.getKey());
            go(latent, ways.get(move.getKey()), move.getValue());
        }
        for (Map.Entry<String, Double> move : named.entrySet()) go(latent, saved.named(move.getKey()), move.getValue());
        for (Map.Entry<Integer, Double> move : latents.entrySet()) {
            if (move.getKey() >= latent.length)
                throw new IllegalArgumentException("there is no latent " + move.getKey());
            latent[move.getKey()] += move.getValue().floatValue();
        }
        return new Truncation(truncation, plan).of(latent);
    }

    private static void go(float[] latent, float[] way, double far) {
        for (int i = 0; i < latent.length; i++) latent[i] += (float) (far * way[i]);
    }

    static float[] begun(String base, Latents plan, Saved saved) throws IOException {
        Matcher walk = WALK.matcher(base);
        if (walk.matches()) {
            double share = Math.max(0, Math.min(1, number("the place of a walk", walk.group(3))));
            return Interpolation.suiting(plan)
                    .between(sum(walk.group(1), plan, saved), sum(walk.group(2), plan, saved), share);
        }
        return sum(base, plan, saved);
    }

    private static float[] sum(String text, Latents plan, Saved saved) throws IOException {
        List<Arithmetic.Term> terms = new ArrayList<>();
        Matcher term = TERM.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean fits = term.find(at)
                    && term.start() == at
                    && (at == 0 || !term.group(1).isEmpty());
            if (!fits)
                throw new IllegalArgumentException(
                        "a base is written like 12, 5-9+*name or 5~9@0.3, got '" + text + "'");
            String what = term.group(2);
            float[] latent = what.startsWith("*") ? saved.named(what.substring(1)) : plan.of(Long.parseLong(what));
            terms.add(new Arithmetic.Term(!term.group(1).equals("-"), List.of(latent)));
            at = term.end();
        }
        return new Arithmetic(terms).result();
    }
}
