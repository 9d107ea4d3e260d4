/**
 * Several runs of the same settings under different seeds: their results, robust statistics over them, and tables of both. Start with
 * {@link org.ascentrl.report.sweep.SweepResult} and {@link org.ascentrl.report.sweep.SweepTable}.
 */
@NullMarked
package org.ascentrl.report.sweep;

import org.jspecify.annotations.NullMarked;
