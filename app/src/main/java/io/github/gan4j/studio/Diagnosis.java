package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the curves of a run say, in a line. The rules are few and claim little: they look at the last tenth of the events
 * (at least five), and where nothing stands out they say so.
 *
 * @param level {@code good}, {@code note} or {@code warning}
 * @param line one or two sentences
 */
record Diagnosis(String level, String line) {
    private static final int FEWEST = 5;

    /** @param events of a run, oldest first; those of the end are enough */
    static Diagnosis of(List<ObjectNode> events, String state) {
        if (events.size() < FEWEST) return new Diagnosis("note", "Too early to say: there are hardly any numbers yet.");
        int count = Math.max(FEWEST, events.size() / 10);
        List<ObjectNode> late = events.subList(events.size() - count, events.size());
        if (late.stream().anyMatch(Diagnosis::unspeakable))
            return new Diagnosis(
                    "warning",
                    "Numbers stopped being finite: the game broke. Lower the learning rates or add an R1 penalty.");
        OptionalDouble real = mean(late, "pReal"), fake = mean(late, "pFake");
        if (real.isEmpty() || fake.isEmpty())
            return new Diagnosis("note", "The discriminator has not moved lately, so there is nothing to compare.");
        double gap = real.getAsDouble() - fake.getAsDouble();
        double generator = mean(late, "generatorGradientNorm").orElse(1);
        String seen = "reals look real to the discriminator with p = %.2f, fakes with p = %.2f"
                .formatted(real.getAsDouble(), fake.getAsDouble());
        if (gap > 0.9)
            return new Diagnosis(
                    "warning",
                    "The discriminator wins: " + seen
                            + (generator < 1e-3 ? ", and the generator hardly gets a gradient" : "")
                            + ". Lower its learning rate, or add or strengthen an R1 penalty.");
        if (gap > 0.6)
            return new Diagnosis(
                    "note",
                    "The discriminator is well ahead: " + seen
                            + ". The generator may still learn; watch whether the pictures get better.");
        if (gap < -0.05)
            return new Diagnosis(
                    "warning",
                    "The discriminator takes fakes for more real than reals: " + seen
                            + ". It may be too weak or too slow.");
        if (gap < 0.02 && state.equals("running"))
            return new Diagnosis(
                    "note",
                    "The discriminator cannot tell reals from fakes: " + seen
                            + ". Either the generator is very good or the discriminator learns too little; the pictures tell.");
        return new Diagnosis("good", "The game is in balance: " + seen + ".");
    }

    private static boolean unspeakable(ObjectNode event) {
        return event.path("discriminatorLoss").isNull()
                || event.path("generatorLoss").isNull();
    }

    private static OptionalDouble mean(List<ObjectNode> events, String key) {
        return events.stream()
                .filter(event -> event.path(key).isNumber())
                .mapToDouble(event -> event.path(key).asDouble())
                .average();
    }
}
