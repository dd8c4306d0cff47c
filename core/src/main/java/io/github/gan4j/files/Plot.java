package io.github.gan4j.files;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a chart is drawn: on white, with thin lines in colours that the colour-blind can tell apart. */
final class Plot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    /** Letters that fit in a row under the plot, those that the line and the space of a name take, and a row's height. */
    private static final int ROW = 110, NAME_GAP = 6, NAME_HEIGHT = 24;

    private static final Color TEXT = new Color(0x33, 0x33, 0x33);
    private static final Color GRID = new Color(0xe6, 0xe6, 0xe6);
    private static final Color GUIDE = new Color(0x99, 0x99, 0x99);

    private static final BasicStroke DASHES =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 4}, 0);

    /** Okabe and Ito's palette (2008), without its yellow, which is faint on white. */
    private static final Color[] LINES = {
        new Color(0x0072b2),
        new Color(0xd55e00),
        new Color(0x009e73),
        new Color(0xcc79a7),
        new Color(0xe69f00),
        new Color(0x56b4e9),
        new Color(0x000000)
    };

    private Plot() {}

    static BufferedImage of(Chart chart) {
        boolean listed = chart.series().stream()
                        .mapToInt(one -> one.name().length() + NAME_GAP)
                        .sum()
                > ROW;
        XYChart plot = new XYChart(
                WIDTH, HEIGHT + (listed ? NAME_HEIGHT * chart.series().size() : 0));
        plot.setTitle(chart.title());
        Unit unit = Unit.of(Arrays.stream(shownX(chart)).map(Math::abs).max().orElse(0));
        plot.setXAxisTitle(chart.xLabel() + unit.name);
        plot.setYAxisTitle(chart.yLabel());
        style(plot.getStyler());
        // a row that is too long would be cut off on both sides
        if (listed) plot.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
        for (Chart.Series series : chart.series()) draw(plot, series, unit);
        frame(plot.getStyler(), chart, unit);
        roundTicks(plot);
        chart.guide().ifPresent(value -> plot.addAnnotation(new AnnotationLine(value, false, false)));
        return BitmapEncoder.getBufferedImage(plot);
    }

    private static void style(XYStyler style) {
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setPlotContentSize(0.97);
        style.setAxisTickMarksColor(GRID);
        style.setAxisTickLabelsColor(TEXT);
        style.setChartFontColor(TEXT);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
        style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        style.setLegendPosition(Styler.LegendPosition.OutsideS);
        style.setLegendLayout(Styler.LegendLayout.Horizontal);
        style.setLegendBorderColor(Color.WHITE);
        style.setLegendBackgroundColor(Color.WHITE);
        style.setSeriesColors(LINES);
        style.setAnnotationLineColor(GUIDE);
        style.setAnnotationLineStroke(DASHES);
        style.setAntiAlias(true);
        style.setLocale(Locale.ROOT);
        style.setChartPadding(16);
        style.setXAxisTickMarkSpacingHint(90);
    }

    private static void draw(XYChart plot, Chart.Series series, Unit unit) {
        double[] y = Arrays.stream(series.y())
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
        if (Arrays.stream(y).allMatch(Double::isNaN)) return;
        XYSeries line = plot.addSeries(series.name(), unit.of(series.x()), y);
        line.setLineWidth(1.5f);
        boolean alone = Arrays.stream(y).filter(value -> !Double.isNaN(value)).count() == 1;
        line.setMarker(alone ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    /** Sets both axes, since the drawing library fails on axes without extent. */
    private static void frame(XYStyler style, Chart chart, Unit unit) {
        Chart.Range wide = widened(unit.of(shownX(chart)), 0);
        style.setXAxisMin(wide.least());
        style.setXAxisMax(wide.most());
        DoubleStream values = chart.series().stream().flatMapToDouble(s -> shown(s).mapToDouble(i -> s.y()[i]));
        double[] y = DoubleStream.concat(values, chart.guide().stream()).toArray();
        Chart.Range tall = chart.range().orElseGet(() -> widened(y, 0.04));
        style.setYAxisMin(tall.least());
        style.setYAxisMax(tall.most());
    }

    /** An unseen point: where all points have equal distances, the library puts its ticks on them, at odd numbers. */
    private static void roundTicks(XYChart plot) {
        double least = plot.getStyler().getXAxisMin();
        double most = plot.getStyler().getXAxisMax();
        double[] uneven = {least, least + (most - least) / Math.PI / Math.E, most};
        XYSeries unseen = plot.addSeries(" ", uneven, new double[] {Double.NaN, Double.NaN, Double.NaN});
        unseen.setShowInLegend(false);
        unseen.setMarker(SeriesMarkers.NONE);
    }

    private static double[] shownX(Chart chart) {
        return chart.series().stream()
                .flatMapToDouble(series -> shown(series).mapToDouble(i -> series.x()[i]))
                .toArray();
    }

    private static IntStream shown(Chart.Series series) {
        return IntStream.range(0, series.x().length).filter(i -> Double.isFinite(series.y()[i]));
    }

    private static Chart.Range widened(double[] values, double share) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(1);
        double more = (most - least) * share;
        if (most - least <= 1e-9 * Math.max(Math.abs(least), Math.abs(most)) || most == least)
            more = Math.max(Math.abs(most) / 2, 0.5);
        return new Chart.Range(least - more, most + more);
    }

    /** The unit of an x axis: large counts read better in thousands or millions. */
    record Unit(double size, String name) {
        static Unit of(double most) {
            if (most >= 2e6) return new Unit(1e6, " (millions)");
            return most >= 2e3 ? new Unit(1e3, " (thousands)") : new Unit(1, "");
        }

        double[] of(double[] values) {
            return Arrays.stream(values).map(value -> value / size).toArray();
        }
    }
}
