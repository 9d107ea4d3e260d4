/**
 * Sinks: listeners that record a run, chosen by {@code sinks = [csv, ..]}. Depends on {@code training}. Start with {@link
 * org.ascentrl.sink.Sink}; {@link org.ascentrl.sink.CsvSink} is one.
 */
@NullMarked
package org.ascentrl.sink;

import org.jspecify.annotations.NullMarked;
