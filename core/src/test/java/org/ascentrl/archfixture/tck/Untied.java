package org.ascentrl.archfixture.tck;

import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.optim.Sgd;
import org.ascentrl.policy.network.MlpEncoder;
import org.ascentrl.testing.ReferenceBackend;

/** Mentions implementations, and extends no contract. */
public record Untied(
        ReferenceBackend backend,
        UntestedTask task,
        Sgd optimizer,
        UntestedPolicy policy,
        MlpEncoder encoder,
        Reinforce algorithm) {}
