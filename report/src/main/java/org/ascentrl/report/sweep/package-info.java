/**
 * What several runs of the same settings under different seeds amount to: their results, robust statistics over them, and
 * the tables people read. Pure functions and records; depends on {@code random} alone. Start with
 * {@link org.ascentrl.report.sweep.SweepResult} and {@link org.ascentrl.report.sweep.SweepTable}.
 */
@NullMarked
package org.ascentrl.report.sweep;

import org.jspecify.annotations.NullMarked;
