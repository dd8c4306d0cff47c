package io.github.gan4j.serve;

import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.Optional;

/** A request to a model that is not served, or that does something else. */
final class UnknownModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownModelException(ServedModel.Task task, Optional<String> name, List<ServedModel> served) {
        super(what(task, name, served) + "; served: "
                + String.join(
                        ", ", served.stream().map(UnknownModelException::line).toList()));
    }

    private static String what(ServedModel.Task task, Optional<String> name, List<ServedModel> served) {
        if (name.isEmpty()) return "no model here can " + Words.of(task);
        boolean known = served.stream().anyMatch(model -> model.name().equals(name.get()));
        return known ? "'" + name.get() + "' cannot " + Words.of(task) : "no model is called '" + name.get() + "'";
    }

    private static String line(ServedModel model) {
        return model.name() + " (" + Words.of(model.task()) + ")";
    }
}
