package org.ascentrl.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lays learning curves out as a chart. The colors are of the palette of M. Okabe and K. Ito, 2008, for every kind of color
 * vision.
 */
final class CurveChart {

    private static final Color WHITE = new Color(0xFFFFFF);
    private static final Color BLUE = new Color(0x0072B2);
    private static final Color PALE_BLUE = new Color(0x380072B2, true);
    private static final Color FAINT_BLUE = new Color(0xB5C8D6);
    private static final Color TEXT = new Color(0x262626);
    private static final Color GREY = new Color(0x6B6B6B);
    private static final Color GRID = new Color(0xE8E8E8);
    private static final Color NOTHING = new Color(0, true);

    private static final List<Color> COLORS = List.of(
            BLUE,
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9));
    private static final int PALE = 0x30;

    private static final int BAND_POINTS = 200;
    private static final double ROOM = 0.06;
    private static final double ROOM_BEHIND = 0.01;

    /** A share of the plot just below 1: XChart leaves out the labels of ticks that lie exactly on its edge. */
    private static final double LABELLED_EDGES = 0.999;

    /** Pixels of a curve of one point. */
    private static final int DOT = 8;

    /** Pixels of XChart's box of an area; markers of that size, never seen, bring all texts of the legend to one line. */
    private static final int LEGEND_BOX = 20;

    private final XYChart chart;
    private final List<TrainingCurve> runs;
    private final double lastStep;
    private final double lowest;
    private final double highest;

    /** @param settings the runs of each, by their names */
    CurveChart(
            String title, int width, int height, Map<String, List<TrainingCurve>> settings, OptionalDouble threshold) {
        List<TrainingCurve> curves =
                settings.values().stream().flatMap(List::stream).toList();
        lastStep = curves.stream().mapToDouble(TrainingCurve::lastStep).max().orElseThrow();
        runs = curves.stream().map(run -> run.reduced(width, lastStep)).toList();
        double[] shown = DoubleStream.concat(
                        runs.stream().flatMapToDouble(run -> Arrays.stream(run.returns())), threshold.stream())
                .sorted()
                .toArray();
        double span = shown[shown.length - 1] - Math.min(0, shown[0]);
        double room = ROOM * (span == 0 ? 1 : span);
        lowest = shown[0] < 0 ? shown[0] - room : -room / 4;
        highest = shown[shown.length - 1] + room;
        chart = new XYChart(width, height, ChartTheme.XChart);
        chart.setTitle(title);
        chart.setXAxisTitle("environment steps");
        chart.setYAxisTitle("return (mean of the last 100 episodes)");
        style(chart.getStyler(), !title.isEmpty());
        unevenSteps();
        threshold.ifPresent(this::threshold);
        if (settings.size() > 1) {
            comparison(settings);
        } else if (runs.size() == 1) {
            run(runs.get(0));
        } else {
            sweep(SweepBand.of(curves, BAND_POINTS));
        }
    }

    XYChart chart() {
        return chart;
    }

    /** Nothing to see: where all steps are equally far apart, XChart would put the ticks at them, round or not. */
    private void unevenSteps() {
        double[] steps = {0, lastStep, lastStep / 3};
        line("uneven steps", steps, new double[] {lowest, lowest, lowest}, NOTHING, solid(1))
                .setShowInLegend(false);
    }

    private void run(TrainingCurve run) {
        XYSeries series = line("run", run.steps(), run.returns(), BLUE, solid(2.2f));
        if (run.size() == 1) {
            chart.getStyler().setMarkerSize(DOT);
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setMarkerColor(BLUE);
        }
    }

    private void comparison(Map<String, List<TrainingCurve>> settings) {
        int number = 0;
        for (Map.Entry<String, List<TrainingCurve>> one : settings.entrySet()) {
            SweepBand band = SweepBand.of(one.getValue(), BAND_POINTS);
            Color color = COLORS.get(number % COLORS.size());
            interval("interval " + number, band, new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE))
                    .setShowInLegend(false);
            line(one.getKey() + number, band.steps(), band.interquartileMeans(), color, solid(2.2f))
                    .setLabel(one.getKey());
            number++;
        }
        chart.getStyler().setLegendVisible(true);
    }

    private void sweep(SweepBand band) {
        for (int i = 0; i < runs.size(); i++) {
            XYSeries run = line("run " + i, runs.get(i).steps(), runs.get(i).returns(), FAINT_BLUE, solid(1));
            run.setLabel(runs.size() + " seeds");
            run.setShowInLegend(i == 0);
        }
        interval("interval", band, PALE_BLUE).setLabel("95 % bootstrap interval");
        int held = Math.max(0, band.measured() - 1);
        if (held > 0) {
            part("interquartile mean", band, 0, held, solid(2.4f));
        }
        if (held < BAND_POINTS - 1) {
            part("ended runs held at their last value", band, held, BAND_POINTS - 1, dashed(2.4f, 6, 4));
        }
        chart.getStyler().setLegendVisible(true);
    }

    private XYSeries interval(String name, SweepBand band, Color color) {
        XYSeries interval =
                line(name, loop(band.steps(), band.steps()), loop(band.low(), band.high()), NOTHING, solid(1));
        interval.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        interval.setFillColor(color);
        return interval;
    }

    /** The middle of the band between two of its points, both included. */
    private void part(String name, SweepBand band, int from, int to, BasicStroke stroke) {
        double[] x = Arrays.copyOfRange(band.steps(), from, to + 1);
        double[] y = Arrays.copyOfRange(band.interquartileMeans(), from, to + 1);
        line(name, x, y, BLUE, stroke);
    }

    private void threshold(double value) {
        line("threshold", new double[] {0, lastStep}, new double[] {value, value}, GREY, dashed(1.2f, 6, 5))
                .setShowInLegend(false);
        String label = "solved at " + TickLabels.plain(value);
        Font font = chart.getStyler().getAnnotationTextFont();
        double wide = font.getStringBounds(label, new FontRenderContext(null, true, true))
                .getWidth();
        double x = (wide / 2 + 10) / (chart.getWidth() - 100) * lastStep;
        double y = value + 12.0 / (chart.getHeight() - 120) * (highest - lowest);
        chart.addAnnotation(new AnnotationText(label, x, y, false));
    }

    /** Dashes run on from point to point only where XChart draws one path, which it calls smooth. */
    private XYSeries line(String name, double[] x, double[] y, Color color, BasicStroke stroke) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setSmooth(stroke.getDashArray() != null);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    private static double[] loop(double[] there, double[] back) {
        double[] values = Arrays.copyOf(there, there.length + back.length);
        for (int i = 0; i < back.length; i++) {
            values[there.length + i] = back[back.length - 1 - i];
        }
        return values;
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float dash, float gap) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {dash, gap}, 0);
    }

    private void style(XYStyler styler, boolean titled) {
        styler.setXAxisMin(0.0)
                .setXAxisMax((1 + ROOM_BEHIND) * lastStep)
                .setYAxisMin(lowest)
                .setYAxisMax(highest);
        styler.setPlotContentSize(LABELLED_EDGES);
        styler.setPlotMargin(0);
        styler.setChartPadding(22);
        styler.setChartBackgroundColor(WHITE);
        styler.setPlotBackgroundColor(WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartFontColor(TEXT);
        styler.setChartTitleVisible(titled);
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitleFont(font(Font.BOLD, 17));
        styler.setChartTitlePadding(8);
        styler.setAxisTitleFont(font(Font.PLAIN, 15));
        styler.setAxisTitlePadding(8);
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 13));
        styler.setAxisTickLabelsColor(TEXT);
        styler.setAxisTickMarksColor(GREY);
        styler.setAxisTickMarkLength(4);
        styler.setAxisTickPadding(5);
        styler.setXAxisTickMarkSpacingHint(90);
        styler.setYAxisTickMarkSpacingHint(60);
        styler.setXAxisTickLabelsFormattingFunction(TickLabels::thousands);
        styler.setYAxisTickLabelsFormattingFunction(TickLabels::plain);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setAnnotationTextFont(font(Font.PLAIN, 13));
        styler.setAnnotationTextFontColor(GREY);
        styler.setLegendVisible(false);
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendBorderColor(WHITE);
        styler.setLegendBackgroundColor(WHITE);
        styler.setLegendFont(font(Font.PLAIN, 13));
        styler.setLegendSeriesLineLength(28);
        styler.setLegendPadding(10);
        styler.setMarkerSize(LEGEND_BOX);
        styler.setYAxisLabelAlignment(TextAlignment.Right);
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
