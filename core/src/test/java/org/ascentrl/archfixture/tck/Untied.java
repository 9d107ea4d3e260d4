package org.ascentrl.archfixture.tck;

import org.ascentrl.testing.ReferenceBackend;

/** Mentions implementations, and extends no contract. */
public record Untied(ReferenceBackend backend, UntestedFactory factory) {}
