package org.ascentrl.backend.ejml;

/** EJML has no options yet: its kernels run everywhere. */
public record EjmlSettings() {}
