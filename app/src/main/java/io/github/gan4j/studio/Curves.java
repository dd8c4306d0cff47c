package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line chart of events as SVG text, for pages without scripts. */
record Curves(String title, List<Line> lines) {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 220;
    private static final int LEFT = 58;
    private static final int BOTTOM = 26;

    /** @param colour a CSS colour, or variable */
    record Line(String key, String name, String colour) {}

    /** Nothing where no event has one of these numbers. */
    String svg(List<ObjectNode> events) {
        double low = Double.MAX_VALUE, high = -Double.MAX_VALUE, first = Double.MAX_VALUE, last = 0;
        for (ObjectNode event : events)
            for (Line line : lines)
                if (event.path(line.key).isNumber()) {
                    low = Math.min(low, event.path(line.key).asDouble());
                    high = Math.max(high, event.path(line.key).asDouble());
                    first = Math.min(first, event.path("imagesSeen").asDouble());
                    last = Math.max(last, event.path("imagesSeen").asDouble());
                }
        if (last <= first) return "";
        if (high <= low) high = low + 1;
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(WIDTH, HEIGHT, Report.escaped(title)));
        for (int tick = 0; tick <= 3; tick++) {
            double y = y(low + (high - low) * tick / 3, low, high);
            svg.append("<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>".formatted(LEFT, WIDTH, y, y));
            svg.append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>"
                    .formatted(LEFT - 6, y + 4, Report.number(low + (high - low) * tick / 3)));
        }
        svg.append("<text x=\"%d\" y=\"%d\">%,d</text>".formatted(LEFT, HEIGHT - 6, (long) first));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%,d images</text>"
                .formatted(WIDTH, HEIGHT - 6, (long) last));
        for (Line line : lines) svg.append(path(line, events, low, high, first, last));
        return svg.append("</svg>").toString();
    }

    private static double y(double value, double low, double high) {
        return 8 + (HEIGHT - BOTTOM - 8) * (1 - (value - low) / (high - low));
    }

    private static String path(Line line, List<ObjectNode> events, double low, double high, double first, double last) {
        List<String> points = new ArrayList<>();
        for (ObjectNode event : events)
            if (event.path(line.key).isNumber()) {
                double x = LEFT + (WIDTH - LEFT) * (event.path("imagesSeen").asDouble() - first) / (last - first);
                points.add(String.format(
                        Locale.ROOT, "%.1f,%.1f", x, y(event.path(line.key).asDouble(), low, high)));
            }
        return "<polyline style=\"stroke:" + line.colour + "\" points=\"" + String.join(" ", points) + "\"/>";
    }

    /** What the colours mean. */
    String legend() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines)
            text.append(
                    "<span><i style=\"background:" + line.colour + "\"></i>" + Report.escaped(line.name) + "</span>");
        return text.toString();
    }
}
