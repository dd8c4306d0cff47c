package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How the generator of a file takes classes: as the one of its two inputs that is not latents.
 *
 * @param place of that input, 0 or 1
 * @param form of classes there
 * @param count of classes; 0 where it is not known yet
 */
record FileLabels(int place, Form form, int count) {
    /** Class numbers are tried up to this one. */
    static final int MOST = 10_000;

    private static final Set<String> INPUTS =
            Set.of("label", "labels", "class", "classes", "y", "c", "cond", "condition", "onehot", "target");

    /** How a class is written. */
    enum Form {
        /** 64-bit numbers {@code [batch]}. */
        NUMBERS,
        /** 64-bit numbers {@code [batch, 1]}. */
        COLUMN,
        /** 32-bit numbers {@code [batch, classes]}, all 0 but a single 1. */
        ROWS
    }

    /** Whether people give classes this name. */
    static boolean isName(String name) {
        return INPUTS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /**
     * Those of two inputs that state their shapes.
     *
     * @throws IOException in one line, when nothing tells which of them is classes
     */
    static FileLabels stated(Path path, List<ProgramFile.Input> inputs) throws IOException {
        List<Integer> whole = places(inputs, ProgramFile.Input::whole);
        List<Integer> named = places(inputs, input -> isName(input.name()));
        int place = whole.size() == 1 ? whole.get(0) : named.size() == 1 ? named.get(0) : -1;
        List<Long> shape = place < 0 ? List.of() : inputs.get(place).shape();
        if (whole.size() == 1 && shape.size() == 1) return new FileLabels(place, Form.NUMBERS, 0);
        if (whole.size() == 1 && shape.size() == 2 && shape.get(1) == 1) return new FileLabels(place, Form.COLUMN, 0);
        if (whole.isEmpty() && shape.size() == 2 && shape.get(1) > 1 && shape.get(1) <= MOST)
            return new FileLabels(place, Form.ROWS, Math.toIntExact(shape.get(1)));
        throw new IOException(
                path + ": nothing tells which of its two inputs is the class: 64-bit class numbers [batch],"
                        + " or rows [batch, classes] named label, class, y or c; got "
                        + ProgramFile.Input.describe(inputs));
    }

    private static List<Integer> places(List<ProgramFile.Input> inputs, Predicate<ProgramFile.Input> such) {
        return IntStream.range(0, inputs.size())
                .filter(i -> such.test(inputs.get(i)))
                .boxed()
                .toList();
    }

    /**
     * The names of classes in the metadata of a file: a JSON list, a JSON object by class number, or names between commas.
     *
     * @throws IOException in one line, when they are none of these
     */
    static List<String> names(Path path, Map<String, String> texts) throws IOException {
        for (String key : ProgramFile.CLASS_NAMES)
            if (texts.containsKey(key))
                return names(path + ": its metadata " + key, texts.get(key).strip());
        return List.of();
    }

    private static List<String> names(String where, String text) throws IOException {
        if (!text.startsWith("[") && !text.startsWith("{"))
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        try {
            JsonNode given = Json.parse(("{\"it\":" + text + "}").getBytes(StandardCharsets.UTF_8))
                    .get("it");
            List<String> names = new ArrayList<>();
            for (int i = 0; i < given.size(); i++)
                names.add((given.isArray() ? given.path(i) : given.path(Integer.toString(i))).asText());
            return names;
        } catch (IOException malformed) {
            throw new IOException(where + " is not JSON: " + malformed.getMessage(), malformed);
        }
    }

    FileLabels of(int classes) {
        return new FileLabels(place, form, classes);
    }

    /** Rows {@code [batch, classes]} with a single one, in its own form. */
    Tensor given(Tensor rows) {
        return form == Form.ROWS ? rows : shaped(numbers(rows));
    }

    /** Class numbers in its own form, which must not be rows. */
    Tensor shaped(int... numbers) {
        Tensor classes = Tensor.ofClasses(numbers);
        return form == Form.COLUMN ? classes.reshaped(numbers.length, 1) : classes;
    }

    /**
     * The classes of rows with a single one.
     *
     * @throws IllegalArgumentException when a row is a mixture of classes, which a file does not take
     */
    static int[] numbers(Tensor rows) {
        float[] shares = rows.toFloats();
        int count = Math.toIntExact(rows.size(0)), classes = shares.length / count;
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            while (found[i] < classes - 1 && shares[i * classes + found[i]] != 1) found[i]++;
            if (shares[i * classes + found[i]] != 1)
                throw new IllegalArgumentException("a generator in a file makes one class at a time, not mixtures");
        }
        return found;
    }
}
