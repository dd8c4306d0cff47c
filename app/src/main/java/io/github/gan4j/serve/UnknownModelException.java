package io.github.gan4j.serve;

import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.Optional;

/** A request to a model that is not served, or that does something else. */
final class UnknownModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownModelException(ServedModel.Task task, Optional<String> name, List<ServedModel> served) {
        super("no model " + name.map(given -> "'" + given + "' ").orElse("") + "is served that does "
                + Words.of(task) + "; served: "
                + String.join(
                        ", ", served.stream().map(UnknownModelException::line).toList()));
    }

    private static String line(ServedModel model) {
        return model.name() + " (" + Words.of(model.task()) + ")";
    }
}
