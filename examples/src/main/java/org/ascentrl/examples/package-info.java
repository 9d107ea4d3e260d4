/**
 * The application: the command line, its presets and what a person sees. Wires whatever plug-ins are on the class path.
 * Start with {@link org.ascentrl.examples.Main} and {@link org.ascentrl.examples.TrainCommand}.
 */
@NullMarked
package org.ascentrl.examples;

import org.jspecify.annotations.NullMarked;
