package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The signals of one event.
 *
 * @param imagesSeen at the event
 * @param share of the planned length, from 0 to 1; 1 where it is not known
 * @param finite whether all of the game's own numbers were finite
 * @param numbers the recorded signals
 */
public record Observation(long imagesSeen, double share, boolean finite, Map<Signal, Double> numbers) {
    /** The key of the event that records a player with numbers that are not finite. */
    public static final String BROKEN = "broken";

    public Observation {
        numbers = Map.copyOf(numbers);
    }

    /** Those of an event; a number that is missing or of another type counts as not recorded. */
    public static Observation of(JsonNode event) {
        Map<Signal, Double> numbers = new EnumMap<>(Signal.class);
        for (Signal sign : Signal.values()) {
            JsonNode number = event.path(sign.key());
            if (number.isNumber() && Double.isFinite(number.asDouble())) numbers.put(sign, number.asDouble());
        }
        // what is not finite is written as null
        boolean finite = !event.has(BROKEN)
                && !event.path(Signal.DISCRIMINATOR_LOSS.key()).isNull()
                && !event.path(Signal.GENERATOR_LOSS.key()).isNull();
        return new Observation(event.path("imagesSeen").asLong(), share(event), finite, numbers);
    }

    private static double share(JsonNode event) {
        double spent = event.path("seconds").asDouble(0),
                left = event.path("secondsLeft").asDouble(0);
        return left > 0 && spent >= 0 ? spent / (spent + left) : 1;
    }

    OptionalDouble number(Signal sign) {
        Double number = numbers.get(sign);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
