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
 * @param suspects settings that are not as in the preset that the plan resembles, the farthest from it first
 * @param remedies the most promising first
 * @param examinations of samples that it rests on
 */
public record Diagnosis(
        Illness illness,
        long since,
        List<Evidence> evidence,
        List<Illness> also,
        List<Suspect> suspects,
        List<Remedy> remedies,
        long examinations) {
    /** From so few examinations nothing is certain. */
    private static final int FEW = 8;

    public Diagnosis {
        evidence = List.copyOf(evidence);
        also = List.copyOf(also);
        suspects = List.copyOf(suspects);
        remedies = List.copyOf(remedies);
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
        if (examinations > 0 && examinations < FEW && illness != Illness.TOO_EARLY)
            line.append("; a first impression from ").append(Numbers.of(examinations, "examination"));
        return line.append('.').toString();
    }

    /** The settings to look at first, a line each. */
    public List<String> causes() {
        return suspects.stream().map(Suspect::line).toList();
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
        json.put("examinations", examinations);
        ArrayNode suspected = json.putArray("suspects");
        suspects.forEach(suspect -> suspected
                .addObject()
                .put("setting", suspect.path())
                .put("value", suspect.value())
                .put("usual", suspect.usual())
                .put("preset", suspect.preset()));
        ArrayNode advised = json.putArray("remedies");
        remedies.forEach(remedy -> {
            ArrayNode settings = advised.addObject().put("why", remedy.why()).putArray("set");
            remedy.settings().forEach(settings::add);
        });
        return (ObjectNode) Json.tree(json);
    }
}
