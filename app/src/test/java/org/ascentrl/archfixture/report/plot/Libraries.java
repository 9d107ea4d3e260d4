package org.ascentrl.archfixture.report.plot;

import org.knowm.xchart.XYChart;

public interface Libraries {

    record OfXChart(XYChart chart) {}
}
