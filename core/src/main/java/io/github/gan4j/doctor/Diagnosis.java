package io.github.gan4j.doctor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.settings.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The state of a training.
 *
 * @param illness the one that explains most, or none
 * @param since the images seen when it began; 0 where nothing began
 * @param evidence the numbers behind it
 * @param also other illnesses found
 * @param remedies the most promising first
 */
public record Diagnosis(
        Illness illness, long since, List<Evidence> evidence, List<Illness> also, List<Remedy> remedies) {
    public Diagnosis {
        evidence = List.copyOf(evidence);
        also = List.copyOf(also);
        remedies = List.copyOf(remedies);
    }

    /** The same under another name. */
    Diagnosis as(Illness other) {
        return new Diagnosis(other, since, evidence, also, remedies);
    }

    /** The same of a training that is over: what was too early to say is never said. */
    public Diagnosis ofFinished() {
        return illness == Illness.TOO_EARLY ? as(Illness.TOO_SHORT) : this;
    }

    /** The illness as a word: {@code partial-collapse}. */
    public String word() {
        return Words.of(illness);
    }

    /** Illness and evidence on one line. */
    public String line() {
        String name = word().replace('-', ' ');
        StringBuilder line = new StringBuilder(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        if (since > 0) line.append(" since " + Numbers.of(since, "real sample"));
        line.append(": ").append(illness.words());
        if (!evidence.isEmpty())
            line.append("; ").append(evidence.stream().map(Evidence::line).collect(Collectors.joining(", ")));
        return line.append('.').toString();
    }

    /** The remedies, a line each. */
    public List<String> advice() {
        return remedies.stream()
                .map(remedy -> remedy.why() + ": " + remedy.options())
                .toList();
    }

    /** As {@code gan4j doctor --json} prints it. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("diagnosis", word())
                .put("level", Words.of(illness.level()))
                .put("line", line())
                .put("since", since);
        ArrayNode found = json.putArray("evidence");
        evidence.forEach(e -> found.addObject()
                .put("name", e.name())
                .put("words", e.words())
                .put("value", e.value())
                .put("limit", e.limit()));
        ArrayNode others = json.putArray("also");
        also.forEach(other -> others.add(Words.of(other)));
        ArrayNode advised = json.putArray("remedies");
        remedies.forEach(remedy -> {
            ArrayNode settings = advised.addObject().put("why", remedy.why()).putArray("set");
            remedy.settings().forEach(settings::add);
        });
        return (ObjectNode) Json.tree(json);
    }
}
