package io.github.gan4j.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Named numbers as they stand in a file, read strictly. */
record WrittenNumbers(JsonNode written, List<String> known) {
    WrittenNumbers {
        if (!written.isObject())
            throw new IllegalArgumentException(
                    "expected the keys " + String.join(", ", known) + ", got " + written.asText());
        written.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key))
                throw new IllegalArgumentException(
                        "unknown key '" + key + "'; known keys: " + String.join(", ", known));
        });
    }

    boolean has(String key) {
        return written.has(key);
    }

    double real(String key) {
        return real(key, value(key));
    }

    long whole(String key) {
        JsonNode value = value(key);
        try {
            return decimal(value).longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw new IllegalArgumentException(key + " must be a whole number, got '" + value.asText() + "'");
        }
    }

    /** A number, also one such as 2e-4 that YAML 1.1 takes for text because it has no dot. */
    static double real(String name, JsonNode value) {
        try {
            return decimal(value).doubleValue();
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    name + " must be a number, got '" + (value.isValueNode() ? value.asText() : value) + "'");
        }
    }

    private static BigDecimal decimal(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) throw new NumberFormatException();
        String text = value.asText();
        // A few characters such as 1e999999999 would make longValueExact() fill the memory.
        BigDecimal number = new BigDecimal(text.length() > 40 ? "" : text.strip());
        if (Math.abs((long) number.scale()) > 400) throw new NumberFormatException();
        return number;
    }

    private JsonNode value(String key) {
        if (!written.has(key)) throw new IllegalArgumentException("the key '" + key + "' is missing");
        return written.get(key);
    }
}
