package io.github.gan4j.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The written forms of a schedule that changes: one name, its numbers in order, and what they make. */
enum ScheduleForm {
    LINEAR(n -> new Linear(n.real("from"), n.real("to"), n.whole("images")), "from", "to", "images"),
    COSINE(n -> new Cosine(n.real("from"), n.real("to"), n.whole("images")), "from", "to", "images"),
    STEPS(
            n -> new Steps(
                    n.real("value"), n.real("factor"), n.whole("everyImages"), n.has("floor") ? n.real("floor") : 0),
            "value",
            "factor",
            "everyImages",
            "floor");

    private final Function<WrittenNumbers, Schedule> make;
    private final List<String> keys;

    ScheduleForm(Function<WrittenNumbers, Schedule> make, String... keys) {
        this.make = make;
        this.keys = List.of(keys);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    JsonNode write(Number... numbers) {
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] instanceof Long whole) inner.put(keys.get(i), whole);
            else inner.put(keys.get(i), numbers[i].doubleValue());
        }
        return JsonNodeFactory.instance.objectNode().set(word(), inner);
    }

    static Schedule read(JsonNode written) {
        if (!written.isObject()) return new Constant(WrittenNumbers.real("a schedule", written));
        List<String> found = new ArrayList<>();
        written.fieldNames().forEachRemaining(found::add);
        return Arrays.stream(values())
                .filter(form -> found.equals(List.of(form.word())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a schedule is a number or has one key out of "
                        + Arrays.stream(values()).map(ScheduleForm::word).collect(Collectors.joining(", "))
                        + "; got "
                        + (found.isEmpty() ? "none" : String.join(", ", found))))
                .inside(written);
    }

    private Schedule inside(JsonNode written) {
        try {
            return make.apply(new WrittenNumbers(written.get(word()), keys));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(word() + ": " + wrong.getMessage(), wrong);
        }
    }
}
