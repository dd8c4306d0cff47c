package io.github.gan4j.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.gan4j.files.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call of an operator of PyTorch ({@code torch.ops.aten}), as TorchScript and {@code config.json} both have it.
 *
 * @param result the name of what comes out
 * @param operator of the aten namespace
 * @param arguments names ({@link Name}), numbers, whole numbers, truth values, lists of whole or broken numbers, or
 *     {@link Nothing}
 */
record TorchCall(String result, String operator, List<Object> arguments) {
    /** A value by its name. */
    record Name(String name) {}

    /** Values by their names. */
    record Names(List<String> names) {}

    /** An argument by its name. */
    record Keyword(String name, Number value) {}

    /** None. */
    record Nothing() {}

    /** The call as JSON: its result, its operator, its arguments; names are texts, arguments by name objects. */
    ArrayNode json() {
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

    /** The call as a line of a program. */
    String line() {
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
