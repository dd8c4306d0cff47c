package io.github.gan4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line chart of numbers in events over images seen, as SVG for a page without scripts.
 *
 * @param log whether its values are on a logarithmic axis, on which those that are not above 0 have no place
 */
record ReportChart(String title, boolean log, List<Line> lines) {
    /** About as wide as a page of three columns shows it, so that its text is as large as the style sheet says. */
    private static final int WIDTH = 360;

    private static final int HEIGHT = 190;
    private static final int LEFT = 52;
    private static final int TOP = 8;
    private static final int BOTTOM = 26;
    /** About how many ticks an axis has. */
    private static final double UPRIGHT_TICKS = 5, TICKS = 5;

    /** @param colour in CSS */
    record Line(String key, String name, String colour) {}

    /** The range of an axis and the pixels that it covers. */
    private record Axis(double low, double high, boolean log, double from, double to) {
        double at(double value) {
            double share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
            return from + (to - from) * share;
        }

        List<Double> ticks(double wanted) {
            return log ? AxisTicks.logarithmic(low, high, wanted) : AxisTicks.linear(low, high, wanted);
        }
    }

    ReportChart(String title, Line... lines) {
        this(title, false, List.of(lines));
    }

    private List<ObjectNode> shown(Line line, List<ObjectNode> events) {
        return events.stream()
                .filter(event -> event.path(line.key).isNumber()
                        && !(log && event.path(line.key).asDouble() <= 0))
                .toList();
    }

    private static double x(ObjectNode event) {
        return event.path("imagesSeen").asDouble();
    }

    /** A figure with a legend; empty where no line has two points. */
    String figure(List<ObjectNode> events) {
        DoubleSummaryStatistics xs = new DoubleSummaryStatistics(), ys = new DoubleSummaryStatistics();
        for (Line line : lines)
            shown(line, events).forEach(event -> {
                xs.accept(x(event));
                ys.accept(event.path(line.key).asDouble());
            });
        if (!(xs.getMax() > xs.getMin())) return "";
        if (ys.getMax() == ys.getMin()) ys.accept(log ? ys.getMin() * 2 : ys.getMin() + 1);
        Axis x = new Axis(xs.getMin(), xs.getMax(), false, LEFT, WIDTH);
        Axis y = new Axis(ys.getMin(), ys.getMax(), log, HEIGHT - BOTTOM, TOP);
        String name = Report.escaped(title);
        StringBuilder svg = new StringBuilder(format(
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                name, WIDTH, HEIGHT, name));
        grid(x, y, svg);
        for (Line line : lines)
            svg.append(
                    format("<polyline style=\"stroke:%s\" points=\"%s\"/>", line.colour, points(line, events, x, y)));
        return svg.append("</svg><p class=\"legend\">")
                .append(lines.stream().map(ReportChart::legend).collect(Collectors.joining()))
                .append(log ? "<span>logarithmic</span>" : "")
                .append("</p></figure>")
                .toString();
    }

    private static void grid(Axis x, Axis y, StringBuilder svg) {
        for (double value : y.ticks(UPRIGHT_TICKS))
            svg.append(format(
                            "<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                            LEFT, WIDTH, y.at(value), y.at(value)))
                    .append(format(
                            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                            LEFT - 6, y.at(value) + 4, AxisTicks.label(value)));
        for (double value : x.ticks(TICKS))
            svg.append(format(
                            "<line class=\"g\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                            x.at(value), x.at(value), TOP, HEIGHT - BOTTOM))
                    .append(format(
                            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                            x.at(value),
                            HEIGHT - 8,
                            x.at(value) > WIDTH - 20 ? "end" : "middle",
                            AxisTicks.label(value)));
    }

    private String points(Line line, List<ObjectNode> events, Axis x, Axis y) {
        return shown(line, events).stream()
                .map(event -> format(
                        "%.1f,%.1f", x.at(x(event)), y.at(event.path(line.key).asDouble())))
                .collect(Collectors.joining(" "));
    }

    private static String legend(Line line) {
        return format("<span><i style=\"background:%s\"></i>%s</span>", line.colour, Report.escaped(line.name));
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
