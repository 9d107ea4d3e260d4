package org.ascentrl.collect;

/** Collecting on this machine has no options of its own: {@code training} says how many slots, chunks and threads. */
public record LocalSettings() {}
