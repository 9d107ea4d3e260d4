/**
 * The numbered samples, each a program of one file that shows one thing. They use public types alone, so that each can be
 * copied into a project of one's own. Start with {@link org.ascentrl.examples.Sample01HelloCartPole}.
 */
@NullMarked
package org.ascentrl.examples;

import org.jspecify.annotations.NullMarked;
