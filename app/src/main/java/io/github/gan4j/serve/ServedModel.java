package io.github.gan4j.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.OptionalLong;

/** A model under its name. */
interface ServedModel extends AutoCloseable {
    /** What models do; each task is a route. */
    enum Task {
        GENERATE,
        RESTORE,
        UPSCALE,
        REDRAW
    }

    String name();

    Task task();

    /** The names of the classes by their numbers; empty where there are none. */
    List<String> labelNames();

    /** What samples or images are, for people. */
    String shape();

    /** Images seen at its checkpoint, where that is known. */
    OptionalLong trainedImages();

    /** Samples that wait now. */
    int waiting();

    /** How many times it has computed. */
    long batches();

    @Override
    void close();

    /** For {@code GET /v1/models}. */
    default ObjectNode description() {
        ObjectNode node =
                Json.object().put("name", name()).put("task", Words.of(task())).put("shape", shape());
        trainedImages().ifPresent(images -> node.put("imagesSeen", images));
        if (!labelNames().isEmpty()) node.set("classes", Json.tree(labelNames()));
        return node;
    }
}
