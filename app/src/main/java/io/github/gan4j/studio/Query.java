package io.github.gan4j.studio;

import io.github.gan4j.numbers.Numbers;
import io.javalin.http.Context;
import java.util.Optional;

/** What a request asks for behind the question mark. */
final class Query {
    private Query() {}

    /** The value of a key, or what is usual where there is none. */
    static String text(Context context, String key, String usual) {
        return Optional.ofNullable(context.queryParam(key)).orElse(usual);
    }

    /** @throws IllegalArgumentException when it is no number within these */
    static double number(Context context, String key, double usual, double least, double most) {
        return number(key, text(context, key, Double.toString(usual)), least, most);
    }

    /** @throws IllegalArgumentException when it is no number within these */
    static double number(String key, String text, double least, double most) {
        double value = text.matches("-?[0-9.]{1,25}(E-?\\d{1,3})?") ? parsed(text) : Double.NaN;
        if (!(value >= least && value <= most))
            throw new IllegalArgumentException("%s must be within %s and %s, got '%s'"
                    .formatted(key, Numbers.plain(least), Numbers.plain(most), text));
        return value;
    }

    /** @throws IllegalArgumentException when it is no whole number within these */
    static int whole(Context context, String key, int usual, int least, int most) {
        return whole(key, text(context, key, Integer.toString(usual)), least, most);
    }

    /** @throws IllegalArgumentException when it is no whole number within these */
    static int whole(String key, String text, int least, int most) {
        double value = number(key, text, least, most);
        if (value != Math.rint(value))
            throw new IllegalArgumentException(key + " must be a whole number, got '" + text + "'");
        return (int) value;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
