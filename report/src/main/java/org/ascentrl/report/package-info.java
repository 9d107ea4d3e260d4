/**
 * Shows runs: statistics, tables and comparisons of sweeps ({@code sweep}), learning curves ({@code plot}) and videos ({@code
 * video}). A library without a command line: nothing here prints. Depends on core. Start with {@link
 * org.ascentrl.report.sweep.SweepResult}, {@link org.ascentrl.report.plot.LearningCurve} and {@link
 * org.ascentrl.report.video.Videos}.
 */
@NullMarked
package org.ascentrl.report;

import org.jspecify.annotations.NullMarked;
