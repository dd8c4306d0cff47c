package io.github.gan4j.export;

import io.github.gan4j.tensor.RecordedInput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The README.md of an exported folder, with the front matter that model hubs read. */
final class ModelCard {
    private ModelCard() {}

    static String text(ExportSubject subject, Program program, boolean half, List<String> others) {
        Map<String, String> facts = subject.facts();
        String kind = facts.getOrDefault("generator", subject.name());
        StringBuilder card = new StringBuilder("""
                ---
                # fill in: the licence is yours to choose, and bound by the data's
                license: unknown
                library_name: pytorch
                pipeline_tag: %s
                tags:
                  - gan
                  - gan4j
                  - %s
                ---

                # %s

                A %s of %s, %,d numbers in %d bits, trained with gan4j.

                ## Trained on

                """.formatted(
                        subject.task(),
                        kind,
                        facts.getOrDefault("run", subject.name()),
                        subject.name(),
                        "kind " + kind,
                        program.constantCount(),
                        half ? 16 : 32));
        facts.forEach((name, value) ->
                card.append("- %s: %s%n".formatted(name.replace('_', ' '), value.replaceAll("\\R", " "))));
        if (facts.isEmpty()) card.append("Nothing is known about its training.\n");
        card.append("\n## Scores\n\n");
        if (subject.scores().isEmpty())
            card.append(
                    "Not measured. `gan4j evaluate RUN --json > RUN/evaluation.json` before the export fills this in.\n");
        subject.scores().forEach(line -> card.append(line).append('\n'));
        card.append("\n## Inputs and output\n\n");
        About.of(subject, program)
                .path("inputs")
                .forEach(port -> card.append("- input `%s` %s: %s%n"
                        .formatted(
                                port.path("name").textValue(),
                                port.path("shape"),
                                port.path("meaning").textValue())));
        card.append("- output `%s` %s: %s%n%n"
                .formatted(
                        program.network().output().name(),
                        program.shape(),
                        program.network().output().meaning()));
        card.append("-1 stands for any size.");
        if (!program.network().classes().isEmpty())
            card.append(" Classes by their numbers: ")
                    .append(String.join(", ", program.network().classes()))
                    .append('.');
        card.append(
                "\n\n## Use\n\n```python\nfrom load import Network\nimport torch\n\nnetwork = Network()\nout = network(%s)\n```\n"
                        .formatted(program.inputs().stream()
                                .map(input -> example(input))
                                .collect(Collectors.joining(", "))));
        if (!others.isEmpty())
            card.append("\nThe same network is in ")
                    .append(String.join(", ", others))
                    .append(".\n");
        return card.append("\n`proof.json` says how little the files differ from the network that was trained.\n")
                .toString();
    }

    private static String example(RecordedInput input) {
        if (input.kind() == RecordedInput.Kind.CLASSES) return "torch.zeros(8, dtype=torch.long)";
        String sides = input.shape().stream()
                .skip(1)
                .map(side -> side == Port.FREE ? "64" : side.toString())
                .collect(Collectors.joining(", "));
        return "torch.rand%s(8, %s)".formatted(input.kind() == RecordedInput.Kind.UNIFORM_NOISE ? "" : "n", sides);
    }
}
