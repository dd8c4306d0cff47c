package io.github.gan4j.apply;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an attack on one or more classifiers, for people and for programs.
 *
 * @param data one line for people: the attacked images
 * @param outcomes by the names of the classifiers; the first is the one that was asked for
 * @param curves error over epsilon
 * @param transfer where it was asked for
 */
public record AttackReport(
        String data, Map<String, Outcome> outcomes, List<ErrorCurve> curves, Optional<Transfer> transfer) {
    private static final String ROW = "%-28s %11s %12s %9s %9s %11s";

    /** A table for people. */
    public String table() {
        List<String> lines = new ArrayList<>();
        Attack attack = first().attack();
        lines.add("images  " + data);
        lines.add("attack  " + attack.describe() + " (pixels from 0 to 1), "
                + (first().aim() instanceof Aim.Towards towards ? "towards class " + towards.label() : "untargeted"));
        lines.add("");
        lines.add(ROW.formatted("classifier", "clean error", "attack error", "as bytes", "success", "confidence"));
        outcomes.forEach((name, outcome) -> lines.add(ROW.formatted(
                name,
                percent(outcome.cleanError()),
                percent(outcome.error()),
                percent(outcome.roundedError()),
                percent(outcome.success()),
                percent(outcome.confidence()))));
        transfer.ifPresent(found -> {
            lines.add("");
            lines.addAll(matrix("told wrong (right by both before), made for / told by", found, found.fooled()));
            lines.add("");
            lines.addAll(matrix("same wrong class (wrong by both), made for / told by", found, found.agreement()));
        });
        return String.join("\n", lines) + "\n";
    }

    private Outcome first() {
        return outcomes.values().iterator().next();
    }

    private static List<String> matrix(String title, Transfer transfer, double[][] numbers) {
        List<String> lines = new ArrayList<>(List.of(title));
        StringBuilder head = new StringBuilder(" ".repeat(28));
        transfer.names().forEach(name -> head.append("  %14.14s".formatted(name)));
        lines.add(head.toString());
        for (int maker = 0; maker < numbers.length; maker++) {
            StringBuilder line =
                    new StringBuilder("%-28.28s".formatted(transfer.names().get(maker)));
            for (double number : numbers[maker]) line.append("  %14s".formatted(percent(number)));
            lines.add(line.toString());
        }
        return lines;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** All numbers; what there is none of is null. Shares are from 0 to 1. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object().put("data", data);
        json.set("attack", Json.tree(first().attack()));
        if (first().aim() instanceof Aim.Towards towards) json.put("target", towards.label());
        ArrayNode classifiers = json.putArray("classifiers");
        outcomes.forEach((name, outcome) -> classifiers
                .addObject()
                .put("name", name)
                .put("images", outcome.count())
                .put("cleanError", outcome.cleanError())
                .put("error", outcome.error())
                .put("errorAsBytes", outcome.roundedError())
                .put("success", outcome.success())
                .put("confidenceWhenWrong", outcome.confidence()));
        json.set("curves", Json.tree(curves));
        transfer.ifPresent(found -> json.set("transfer", Json.tree(found)));
        return (ObjectNode) Json.tree(json);
    }

    /** Error over epsilon as lines with commas between. */
    public String curvesCsv() {
        StringBuilder text = new StringBuilder("classifier,epsilon,error,confidenceWhenWrong\n");
        curves.forEach(curve -> text.append(curve.csv()));
        return text.toString();
    }

    /** What the first classifier took each image for, as lines with commas between. */
    public String imagesCsv(ImageSet images) {
        StringBuilder text = new StringBuilder("image,class,before,confidenceBefore,after,confidenceAfter\n");
        List<String> names = images.labelNames();
        Outcome outcome = first();
        for (int i = 0; i < outcome.count(); i++)
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%.4f,%s,%.4f%n",
                    quoted(images.name(i)),
                    quoted(names.get(outcome.truth()[i])),
                    quoted(names.get(outcome.before().classes()[i])),
                    outcome.before().confidence()[i],
                    quoted(names.get(outcome.after().classes()[i])),
                    outcome.after().confidence()[i]));
        return text.toString();
    }

    /** The two matrices, one line a pair of classifiers. */
    public static String csv(Transfer transfer) {
        StringBuilder text = new StringBuilder("madeFor,toldBy,fooled,agreement\n");
        List<String> names = transfer.names();
        for (int maker = 0; maker < transfer.fooled().length; maker++)
            for (int reader = 0; reader < names.size(); reader++)
                text.append(String.format(
                                Locale.ROOT,
                                "%s,%s,%.6f,%.6f%n",
                                quoted(names.get(maker)),
                                quoted(names.get(reader)),
                                transfer.fooled()[maker][reader],
                                transfer.agreement()[maker][reader])
                        .replace("NaN", ""));
        return text.toString();
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
