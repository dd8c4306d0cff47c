package io.github.gan4j.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation as lines of text, columns aligned. */
final class EvaluationTable {
    private EvaluationTable() {}

    static String of(Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("metric", "score", "95 % interval", "floor", "better", "samples"));
        for (Judgement judgement : evaluation.judgements()) rows.add(row(judgement));
        StringBuilder text = new StringBuilder();
        text.append(evaluation.about()).append('\n');
        text.append("against    ")
                .append(evaluation.reals())
                .append(" (")
                .append(evaluation.split())
                .append(")\n");
        text.append("extractor  ")
                .append(evaluation.extractor())
                .append(", hash ")
                .append(evaluation.extractorHash())
                .append("\n\n");
        text.append(aligned(rows)).append('\n');
        for (Judgement judgement : evaluation.judgements())
            for (String note : judgement.score().notes())
                text.append(judgement.score().name()).append(": ").append(note).append('\n');
        for (String line : evaluation.leftOut())
            text.append("left out: ").append(line).append('\n');
        return text.toString();
    }

    private static List<String> row(Judgement judgement) {
        Score score = judgement.score();
        return List.of(
                score.name(),
                number(score.value()),
                score.interval().map(Interval::toString).orElse("-"),
                number(judgement.floor().value()),
                score.better().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                score.reals() > 0 ? score.fakes() + " / " + score.reals() : "" + score.fakes());
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Columns as wide as their widest cell, two blanks between. */
    static String aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows)
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++)
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
