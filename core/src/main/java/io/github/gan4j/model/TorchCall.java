package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.gan4j.files.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One call of an operator of PyTorch ({@code torch.ops.aten}), as TorchScript and {@code config.json} both have it.
 *
 * @param result the name of what comes out
 * @param operator of the aten namespace
 * @param arguments names ({@link Name}), numbers, whole numbers, truth values, lists of whole or broken numbers, or
 *     {@link Nothing}
 */
public record TorchCall(String result, String operator, List<Object> arguments) {
    private static final String WORD = "[a-z_][a-z_0-9]*";

    /** A value by its name. */
    public record Name(String name) {}

    /** Values by their names. */
    public record Names(List<String> names) {}

    /** An argument by its name. */
    public record Keyword(String name, Number value) {}

    /** None. */
    public record Nothing() {}

    /** The call as JSON: its result, its operator, its arguments; names are texts, arguments by name objects. */
    public ArrayNode json() {
        ArrayNode json = Json.object().putArray("call").add(result).add(operator);
        ArrayNode given = json.addArray();
        arguments.forEach(argument -> given.add(json(argument)));
        return json;
    }

    private static JsonNode json(Object argument) {
        if (argument instanceof Name name) return Json.tree(name.name());
        if (argument instanceof Names names) return Json.tree(names.names());
        if (argument instanceof Keyword keyword) return Json.tree(Map.of(keyword.name(), keyword.value()));
        return argument instanceof Nothing ? NullNode.instance : Json.tree(argument);
    }

    /**
     * The call that {@link #json} has written.
     *
     * @param known what its values are called in a program, by their names
     * @throws IllegalArgumentException in one line, when it is no such call, or of values that are not known
     */
    static TorchCall of(JsonNode json, Map<String, String> known) {
        String result = json.path(0).asText(), operator = json.path(1).asText();
        if (!result.matches(WORD) || !operator.matches(WORD))
            throw new IllegalArgumentException("is no call of an operator: " + json);
        List<Object> arguments = new ArrayList<>();
        for (JsonNode argument : json.path(2)) arguments.add(argument(argument, known));
        return new TorchCall(result, operator, arguments);
    }

    private static Object argument(JsonNode json, Map<String, String> known) {
        if (json.isTextual()) return new Name(value(json, known));
        if (json.isNull()) return new Nothing();
        if (json.isBoolean()) return json.booleanValue();
        if (json.isNumber()) return json.numberValue();
        if (json.isArray() && json.path(0).isTextual())
            return new Names(StreamSupport.stream(json.spliterator(), false)
                    .map(name -> value(name, known))
                    .toList());
        if (json.isArray())
            return StreamSupport.stream(json.spliterator(), false)
                    .map(JsonNode::numberValue)
                    .toList();
        Map.Entry<String, JsonNode> keyword =
                json.properties().stream().findFirst().orElse(Map.entry("", json));
        if (!keyword.getKey().matches(WORD))
            throw new IllegalArgumentException("is no argument of an operator: " + json);
        return new Keyword(keyword.getKey(), keyword.getValue().numberValue());
    }

    private static String value(JsonNode name, Map<String, String> known) {
        String value = known.get(name.asText());
        if (value == null) throw new IllegalArgumentException("uses '" + name.asText() + "' before it is there");
        return value;
    }

    /** The call as a line of a program. */
    public String line() {
        return result + " = torch." + operator + "("
                + arguments.stream().map(TorchCall::text).collect(Collectors.joining(", ")) + ")";
    }

    private static String text(Object argument) {
        if (argument instanceof Name name) return name.name();
        if (argument instanceof Names names) return "[" + String.join(", ", names.names()) + "]";
        if (argument instanceof Keyword keyword) return keyword.name() + "=" + keyword.value();
        if (argument instanceof Nothing) return "None";
        if (argument instanceof Boolean flag) return flag ? "True" : "False";
        if (argument instanceof List<?> list)
            return list.stream().map(TorchCall::text).collect(Collectors.joining(", ", "[", "]"));
        return String.valueOf(argument);
    }
}
