package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The numbers of one moment of a training.
 *
 * @param imagesSeen at that moment
 * @param share of the planned length that was done, from 0 to 1; 1 where it is not known
 * @param finite whether all of the game's own numbers were finite
 * @param numbers those that were recorded
 */
public record Reading(long imagesSeen, double share, boolean finite, Map<Sign, Double> numbers) {
    /** The event that is written when a player breaks has this text. */
    public static final String BROKEN = "broken";

    public Reading {
        numbers = Map.copyOf(numbers);
    }

    /** What an event says; whatever is missing or of another type there is not recorded. */
    public static Reading of(JsonNode event) {
        Map<Sign, Double> numbers = new EnumMap<>(Sign.class);
        for (Sign sign : Sign.values()) {
            JsonNode number = event.path(sign.key());
            if (number.isNumber() && Double.isFinite(number.asDouble())) numbers.put(sign, number.asDouble());
        }
        // what is not finite is written as null
        boolean finite = !event.has(BROKEN)
                && !event.path(Sign.DISCRIMINATOR_LOSS.key()).isNull()
                && !event.path(Sign.GENERATOR_LOSS.key()).isNull();
        return new Reading(event.path("imagesSeen").asLong(), share(event), finite, numbers);
    }

    private static double share(JsonNode event) {
        double spent = event.path("seconds").asDouble(0),
                left = event.path("secondsLeft").asDouble(0);
        return left > 0 && spent >= 0 ? spent / (spent + left) : 1;
    }

    OptionalDouble number(Sign sign) {
        Double number = numbers.get(sign);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
