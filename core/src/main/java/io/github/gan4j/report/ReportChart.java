package io.github.gan4j.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line chart of numbers in events over images seen, as SVG for a page without scripts. */
record ReportChart(String title, List<Line> lines) {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 220;
    private static final int LEFT = 58;
    private static final int TOP = 8;
    private static final int BOTTOM = 26;
    private static final int TICKS = 3;

    /** @param colour in CSS */
    record Line(String key, String name, String colour) {
        List<ObjectNode> in(List<ObjectNode> events) {
            return events.stream().filter(event -> event.path(key).isNumber()).toList();
        }

        double y(ObjectNode event) {
            return event.path(key).asDouble();
        }
    }

    ReportChart(String title, Line... lines) {
        this(title, List.of(lines));
    }

    private static double x(ObjectNode event) {
        return event.path("imagesSeen").asDouble();
    }

    /** A figure with a legend; empty where no line has two points. */
    String figure(List<ObjectNode> events) {
        DoubleSummaryStatistics x = new DoubleSummaryStatistics(), y = new DoubleSummaryStatistics();
        for (Line line : lines)
            line.in(events).forEach(event -> {
                x.accept(x(event));
                y.accept(line.y(event));
            });
        if (!(x.getMax() > x.getMin())) return "";
        if (y.getMax() == y.getMin()) y.accept(y.getMin() + 1);
        StringBuilder svg = new StringBuilder(format(
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                Report.escaped(title), WIDTH, HEIGHT, Report.escaped(title)));
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = y.getMin() + (y.getMax() - y.getMin()) * tick / TICKS, at = across(value, y);
            svg.append(format("<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH, at, at))
                    .append(format(
                            "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                            LEFT - 6, at + 4, Report.number(value)));
        }
        svg.append(format("<text x=\"%d\" y=\"%d\">%s</text>", LEFT, HEIGHT - 6, Report.count(x.getMin())))
                .append(format(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s images</text>",
                        WIDTH, HEIGHT - 6, Report.count(x.getMax())));
        for (Line line : lines)
            svg.append(
                    format("<polyline style=\"stroke:%s\" points=\"%s\"/>", line.colour, points(line, events, x, y)));
        return svg.append("</svg><p class=\"legend\">")
                .append(lines.stream().map(ReportChart::legend).collect(Collectors.joining()))
                .append("</p></figure>")
                .toString();
    }

    private static double across(double value, DoubleSummaryStatistics y) {
        return TOP + (HEIGHT - BOTTOM - TOP) * (1 - (value - y.getMin()) / (y.getMax() - y.getMin()));
    }

    private static String points(
            Line line, List<ObjectNode> events, DoubleSummaryStatistics x, DoubleSummaryStatistics y) {
        double scale = (WIDTH - LEFT) / (x.getMax() - x.getMin());
        return line.in(events).stream()
                .map(event -> format("%.1f,%.1f", LEFT + scale * (x(event) - x.getMin()), across(line.y(event), y)))
                .collect(Collectors.joining(" "));
    }

    private static String legend(Line line) {
        return format("<span><i style=\"background:%s\"></i>%s</span>", line.colour, Report.escaped(line.name));
    }

    private static String format(String template, Object... values) {
        return String.format(Locale.ROOT, template, values);
    }
}
