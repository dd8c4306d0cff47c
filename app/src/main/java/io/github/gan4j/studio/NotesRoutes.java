package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.files.RunNotes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What people write about runs: a note and tags, also while a run trains here or in another program. */
record NotesRoutes(Runs runs, Cards cards) {
    void add(RoutesConfig routes) {
        routes.post("/api/runs/{run}/notes", this::write);
    }

    private void write(Context context) throws IOException {
        String name = context.pathParam("run");
        ObjectNode body = Replies.body(context);
        RunFolder folder = runs.folder(name);
        RunNotes notes = new RunNotes(text(body.path("note")), tags(body.path("tags")));
        try {
            notes.write(folder);
        } catch (IOException unwritten) {
            throw new IOException(PlainLine.of(unwritten), unwritten);
        }
        Replies.json(context, cards.of(name));
    }

    private static List<String> tags(JsonNode all) {
        if (!all.isArray()) throw new IllegalArgumentException("tags must be a list of texts, got '" + all + "'");
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : all) tags.add(text(tag));
        return tags;
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) throw new IllegalArgumentException("notes and tags are texts, got '" + value + "'");
        return value.textValue();
    }
}
