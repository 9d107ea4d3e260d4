/**
 * Measurements of speed, with JMH. May depend on every module; nothing depends on it. A class is a table of
 * {@code docs/results.md}, which names the command; start with {@link org.ascentrl.benchmarks.EnvironmentBenchmark}.
 */
@NullMarked
package org.ascentrl.benchmarks;

import org.jspecify.annotations.NullMarked;
