package io.github.gan4j.adversarial;

import io.github.gan4j.data.ImageSet;
import io.github.gan4j.files.AtomicFile;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The results of an attack on one or more classifiers.
 *
 * @param data one line about the attacked images
 * @param target the name of the class that attacks aim at; any wrong one where it is empty
 * @param outcomes by classifier; the first is the one that was asked for
 * @param curves error over epsilon
 * @param transfer where it was measured
 */
public record AttackReport(
        String data,
        Optional<String> target,
        Map<String, AttackOutcome> outcomes,
        List<ErrorCurve> curves,
        Optional<Transfer> transfer,
        Provenance provenance) {
    private record Row(
            String name,
            int images,
            double cleanError,
            double error,
            double errorAsBytes,
            double success,
            double confidenceWhenWrong) {
        static Row of(String name, AttackOutcome outcome) {
            return new Row(
                    name,
                    outcome.count(),
                    outcome.cleanError(),
                    outcome.error(),
                    outcome.roundedError(),
                    outcome.success(),
                    outcome.confidence());
        }
    }

    private record Results(
            String data,
            Attack attack,
            Optional<String> target,
            List<Row> classifiers,
            List<ErrorCurve> curves,
            Optional<Transfer> transfer) {}

    /** All numbers as JSON, shares from 0 to 1. */
    public String json() {
        return provenance.text(new Results(data, first().attack(), target, rows(), curves, transfer));
    }

    private AttackOutcome first() {
        return outcomes.values().iterator().next();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        outcomes.forEach((name, outcome) -> rows.add(Row.of(name, outcome)));
        return rows;
    }

    /** The results as text: a table of classifiers, then the matrices of transfer. */
    public String table() {
        Table table = new Table("classifier", "clean error", "attack error", "as bytes", "success", "confidence")
                .right(1, 2, 3, 4, 5);
        for (Row row : rows())
            table.row(
                    row.name,
                    percent(row.cleanError),
                    percent(row.error),
                    percent(row.errorAsBytes),
                    percent(row.success),
                    percent(row.confidenceWhenWrong));
        String head = "images  %s\nattack  %s (pixels from 0 to 1), %s\n\n"
                .formatted(
                        data,
                        first().attack().describe(),
                        target.map("towards class "::concat).orElse("untargeted"));
        return head + table.text() + transfer.map(AttackReport::matrices).orElse("");
    }

    private static String matrices(Transfer transfer) {
        return "\nmisclassified (both correct when clean), made for / classified by\n"
                + matrix(transfer.names(), transfer.fooled())
                + "\nsame wrong class (both misclassify), made for / classified by\n"
                + matrix(transfer.names(), transfer.agreement());
    }

    private static String matrix(List<String> names, double[][] shares) {
        List<String> header = new ArrayList<>(names);
        header.add(0, "");
        Table matrix = new Table(header);
        for (int i = 1; i <= names.size(); i++) matrix.right(i);
        for (int source = 0; source < shares.length; source++) {
            List<String> row = new ArrayList<>(List.of(names.get(source)));
            for (double share : shares[source]) row.add(percent(share));
            matrix.row(row);
        }
        return matrix.text();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** Error over epsilon. */
    String curvesCsv() {
        Table table = new Table("classifier", "epsilon", "error", "errorLow", "errorHigh", "confidenceWhenWrong");
        for (ErrorCurve curve : curves)
            for (ErrorCurve.Point point : curve.points())
                table.row(
                        curve.name(),
                        number("%.6g", point.epsilon()),
                        number("%.6f", point.error()),
                        number("%.6f", point.low()),
                        number("%.6f", point.high()),
                        number("%.6f", point.confidence()));
        return table.csv();
    }

    /** The predictions of the first classifier, image by image. */
    String imagesCsv(ImageSet images) {
        Table table = new Table("image", "class", "before", "confidenceBefore", "after", "confidenceAfter");
        List<String> names = images.labelNames();
        AttackOutcome outcome = first();
        Predictions before = outcome.before(), after = outcome.after();
        for (int i = 0; i < outcome.count(); i++)
            table.row(
                    images.name(i),
                    names.get(outcome.truth()[i]),
                    names.get(before.classes()[i]),
                    number("%.4f", before.confidence()[i]),
                    names.get(after.classes()[i]),
                    number("%.4f", after.confidence()[i]));
        return table.csv();
    }

    /** Both matrices, a line for each pair of classifiers. */
    static String csv(Transfer transfer) {
        Table table = new Table("madeFor", "classifiedBy", "fooled", "agreement");
        List<String> names = transfer.names();
        for (int source = 0; source < transfer.fooled().length; source++)
            for (int target = 0; target < names.size(); target++)
                table.row(
                        names.get(source),
                        names.get(target),
                        number("%.6f", transfer.fooled()[source][target]),
                        number("%.6f", transfer.agreement()[source][target]));
        return table.csv();
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    /** Writes {@code results.json}, the three tables as CSV and the chart of error over epsilon. */
    void write(Path folder, ImageSet images) throws IOException {
        AtomicFile.writeString(folder.resolve("results.json"), json());
        AtomicFile.writeString(folder.resolve("images.csv"), imagesCsv(images));
        AtomicFile.writeString(folder.resolve("epsilon.csv"), curvesCsv());
        ErrorCurve.chart(first().attack(), curves).write(folder.resolve("epsilon.png"));
        if (transfer.isPresent()) AtomicFile.writeString(folder.resolve("transfer.csv"), csv(transfer.get()));
    }
}
