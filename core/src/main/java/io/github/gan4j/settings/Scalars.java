package io.github.gan4j.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Single values of a plan: numbers, truths and text, read strictly. */
final class Scalars {
    private Scalars() {}

    static Object read(String path, Class<?> type, JsonNode written) {
        if (type == String.class) return text(path, written);
        if (type == boolean.class) return truth(path, written);
        if (type == int.class || type == Integer.class) return (int) whole(path, written, Integer.MAX_VALUE);
        if (type == long.class || type == Long.class) return whole(path, written, Long.MAX_VALUE);
        if (type == double.class || type == Double.class) return real(path, written);
        throw new IllegalStateException("no written form for " + type + " at " + path);
    }

    private static String text(String path, JsonNode written) {
        if (!written.isValueNode() || written.isNull()) throw wrong(path, "text", written);
        return written.asText();
    }

    private static boolean truth(String path, JsonNode written) {
        if (!written.isBoolean()) throw wrong(path, "true or false", written);
        return written.booleanValue();
    }

    private static long whole(String path, JsonNode written, long most) {
        try {
            long value = decimal(written).longValueExact();
            if (value > most || value < -most - 1) throw new ArithmeticException();
            return value;
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw wrong(path, "a whole number", written);
        }
    }

    private static double real(String path, JsonNode written) {
        try {
            decimal(written);
            // not the decimal's value, which knows neither -0.0 nor that a number is too large
            double value = written.isNumber() ? written.doubleValue() : Double.parseDouble(written.asText());
            if (Double.isInfinite(value)) throw new NumberFormatException();
            return value;
        } catch (NumberFormatException notANumber) {
            throw wrong(path, "a number", written);
        }
    }

    private static BigDecimal decimal(JsonNode written) {
        if (!written.isNumber() && !written.isTextual()) throw new NumberFormatException();
        // the text of a number may be 0x10 or 1_000
        String text =
                written.isTextual() ? written.asText() : written.numberValue().toString();
        // A few characters such as 1e999999999 would make longValueExact() fill the memory.
        BigDecimal number = new BigDecimal(text.length() > 40 ? "" : text.strip());
        if (Math.abs((long) number.scale()) > 400) throw new NumberFormatException();
        return number;
    }

    private static IllegalArgumentException wrong(String path, String expected, JsonNode found) {
        return new IllegalArgumentException(path + " must be " + expected + ", got '" + Trees.show(found) + "'");
    }
}
