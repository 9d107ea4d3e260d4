package org.ascentrl.testing;

import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.AdamWSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Policy;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;

/** A policy with two hidden layers of 64 units, and what training does with it: to act, and to learn from a batch. */
public final class PolicyUpdates {

    private static final int ROWS = 64;
    private static final int FEATURES = 8;
    private static final int CHOICES = 4;

    /** So low that each update clips: all are alike. */
    private static final double CLIP = 1e-9;

    private final Tensors tensors;
    private final Policy policy;
    private final Actor actor;
    private final Optimizer optimizer;
    private final Observations observations;
    private final Actions actions;
    private final ActRequest request;

    /** On a backend of the calling thread, which the caller closes. */
    public PolicyUpdates(TensorBackend backend) {
        tensors = Tensors.on(backend);
        EnvironmentSpec spec = Rollouts.spec(FEATURES, new Discrete(CHOICES));
        Mlp settings = Mlp.tanh(64, 64);
        NumpyGenerator random = new NumpyGenerator(1);
        policy = settings.networks(spec, tensors).policy(random);
        actor = new PolicyActor(policy, tensors);
        optimizer = new Adam(
                new AdamWSettings(new AdamSettings(0.9, 0.999, 1e-5, CLIP), 0.01), policy.parameters(), tensors);
        observations = Observations.of(Input.random(1, Shape.of(ROWS, FEATURES)).values(), FEATURES);
        actions = Actions.of(spec.actionSpace(), ROWS);
        request = new ActRequest(
                observations, Masks.ALL, new float[0], RowRandom.shared(random), new Progress(0, 1), true);
    }

    /** Acts and learns {@code count} times. */
    public void run(int count) {
        for (int i = 0; i < count; i++) {
            actor.act(request, actions);
            try (Scope scope = tensors.scope()) {
                Tensor logPi = policy.distribution(observations, Masks.ALL).logProb(actions);
                optimizer.minimize(logPi.mean().neg(), 1e-4);
            }
        }
    }
}
