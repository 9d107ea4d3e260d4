package org.ascentrl.sink;

import java.nio.file.Path;

/**
 * The run that a sink records.
 *
 * @param directory of the run
 * @param every environment steps from record to record; 0 records each update
 */
public record SinkSetup(Path directory, long every) {}
