package io.github.gan4j.files;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
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
        XYChart plot = new XYChart(WIDTH, HEIGHT);
        plot.setTitle(chart.title());
        plot.setXAxisTitle(chart.xLabel());
        plot.setYAxisTitle(chart.yLabel());
        style(plot.getStyler());
        for (Chart.Series series : chart.series()) draw(plot, series);
        frame(plot.getStyler(), chart);
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
        style.setLegendPosition(Styler.LegendPosition.InsideNE);
        style.setLegendLayout(Styler.LegendLayout.Horizontal);
        style.setLegendBorderColor(GRID);
        style.setLegendBackgroundColor(new Color(255, 255, 255, 220));
        style.setSeriesColors(LINES);
        style.setAnnotationLineColor(GUIDE);
        style.setAnnotationLineStroke(DASHES);
        style.setAntiAlias(true);
        style.setLocale(Locale.ROOT);
        style.setChartPadding(16);
        style.setXAxisMaxLabelCount(9);
    }

    private static void draw(XYChart plot, Chart.Series series) {
        double[] y = Arrays.stream(series.y())
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
        if (Arrays.stream(y).allMatch(Double::isNaN)) return;
        XYSeries line = plot.addSeries(series.name(), series.x(), y);
        line.setLineWidth(1.5f);
        boolean alone = Arrays.stream(y).filter(value -> !Double.isNaN(value)).count() == 1;
        line.setMarker(alone ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }

    /** Sets both axes, since the drawing library fails on axes without extent. */
    private static void frame(XYStyler style, Chart chart) {
        double[] x = chart.series().stream()
                .flatMapToDouble(s -> shown(s).mapToDouble(i -> s.x()[i]))
                .toArray();
        Chart.Range wide = widened(x, 0);
        style.setXAxisMin(wide.least());
        style.setXAxisMax(wide.most());
        DoubleStream values = chart.series().stream().flatMapToDouble(s -> shown(s).mapToDouble(i -> s.y()[i]));
        double[] y = DoubleStream.concat(values, chart.guide().stream()).toArray();
        Chart.Range tall = chart.range().orElseGet(() -> widened(y, 0.04));
        style.setYAxisMin(tall.least());
        style.setYAxisMax(tall.most());
        style.setXAxisTickLabelsFormattingFunction(labels(Math.max(Math.abs(wide.least()), Math.abs(wide.most()))));
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

    /** 25 000 reads 25 k and 2 500 000 reads 2.5 M; all labels of an axis have one unit. */
    static Function<Double, String> labels(double most) {
        if (most >= 2e6) return value -> plain(value / 1e6) + (value == 0 ? "" : " M");
        if (most >= 2e3) return value -> plain(value / 1e3) + (value == 0 ? "" : " k");
        return Plot::plain;
    }

    private static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-?$", "0");
    }
}
