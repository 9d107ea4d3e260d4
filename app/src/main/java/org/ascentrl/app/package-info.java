/**
 * The application: the command line, its presets and what a person sees. Wires whatever plug-ins are on the class path.
 * Start with {@link org.ascentrl.app.Main} and {@link org.ascentrl.app.TrainCommand}.
 */
@NullMarked
package org.ascentrl.app;

import org.jspecify.annotations.NullMarked;
