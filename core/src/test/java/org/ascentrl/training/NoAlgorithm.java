package org.ascentrl.training;

import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
import org.ascentrl.state.State;

/** Stands where an algorithm is only passed on. */
final class NoAlgorithm implements Algorithm {

    @Override
    public Actor actor() {
        throw new AssertionError();
    }

    @Override
    public List<Model> models() {
        return List.of();
    }

    @Override
    public Horizon horizon(Progress p) {
        throw new AssertionError();
    }

    @Override
    public Metrics update(Rollout fresh, Progress p) {
        throw new AssertionError();
    }

    @Override
    public void state(State s) {}
}
