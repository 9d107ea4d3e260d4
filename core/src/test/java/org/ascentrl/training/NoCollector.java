package org.ascentrl.training;

import java.util.Set;
import org.ascentrl.actor.Actor;
import org.ascentrl.collect.Collector;
import org.ascentrl.experience.Extra;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.state.State;

/** Stands where a collector is only passed on. */
final class NoCollector implements Collector {

    @Override
    public Rollout collect(Actor learner, Horizon horizon, Set<Extra> extras, Progress p) {
        throw new AssertionError();
    }

    @Override
    public void state(State s) {}

    @Override
    public void close() {}
}
