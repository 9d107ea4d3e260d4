/**
 * Learning curves: reads the metrics of runs and draws them as PNG images, without a display. The only package that knows
 * XChart; depends on {@code sweep} for its statistics. Start with {@link org.ascentrl.report.plot.LearningCurve} and
 * {@link org.ascentrl.report.plot.TrainingCurve}.
 */
@NullMarked
package org.ascentrl.report.plot;

import org.jspecify.annotations.NullMarked;
