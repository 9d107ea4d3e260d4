package org.ascentrl.archfixture.examples.plot;

import org.knowm.xchart.XYChart;

public interface Libraries {

    record OfXChart(XYChart chart) {}
}
