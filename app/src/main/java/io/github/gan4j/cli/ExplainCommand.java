package io.github.gan4j.cli;

import io.github.gan4j.cli.terminal.TextLayout;
import io.github.gan4j.cli.terminal.TextLayout.Row;
import io.github.gan4j.glossary.Glossary;
import io.github.gan4j.glossary.GlossaryEntry;
import io.github.gan4j.glossary.Suggestions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan4j explain}: the glossary. */
@Command(
        name = "explain",
        description = "Explain a term, an option or a plan key, as in gan4j explain FID.",
        footer = {"", "Without a word, all of the glossary. The same as a page: docs/glossary.md."})
final class ExplainCommand extends Verb {
    @Parameters(paramLabel = "WORD", arity = "0..*", description = "One term, of one or more words.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TextLayout layout = new TextLayout(spec.usageMessage().width());
        String word = String.join(" ", words);
        if (word.isBlank()) {
            layout.table(Glossary.entries().stream()
                            .map(entry -> new Row(entry.word(), entry.means()))
                            .toList())
                    .forEach(screen::say);
            return 0;
        }
        List<GlossaryEntry> found = Glossary.of(word);
        if (found.isEmpty())
            throw new IllegalArgumentException("the glossary has no '" + word + "'"
                    + Suggestions.didYouMean(word, Glossary.words()) + " (gan4j explain lists all terms)");
        for (int i = 0; i < found.size(); i++) {
            if (i > 0) screen.say("");
            explain(found.get(i), layout);
        }
        return 0;
    }

    private void explain(GlossaryEntry entry, TextLayout layout) {
        List<String> lines = new ArrayList<>(List.of(entry.word()));
        lines.addAll(layout.paragraph(entry.means(), 0));
        List<Row> rows = new ArrayList<>();
        if (!entry.also().isEmpty()) rows.add(new Row("also", String.join(", ", entry.also())));
        if (!entry.reading().isEmpty()) rows.add(new Row("in a chart", entry.reading()));
        rows.add(new Row("in gan4j", String.join(", ", entry.gan4j())));
        rows.add(new Row("read", "docs/" + entry.see()));
        lines.addAll(layout.table(rows));
        lines.forEach(screen::say);
    }
}
