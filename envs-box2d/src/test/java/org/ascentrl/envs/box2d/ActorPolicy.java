package org.ascentrl.envs.box2d;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;

/** Acts as an actor does, with its memory, which is zero where an episode starts. */
final class ActorPolicy implements BiConsumer<StepBatch, Actions> {

    private static final Progress PROGRESS = new Progress(0, 1);

    private final Actor actor;
    private final RowRandom random = RowRandom.shared(new NumpyGenerator(0));
    private final float[] memory;

    ActorPolicy(Actor actor, int slots) {
        this.actor = actor;
        memory = new float[slots * actor.memorySize()];
    }

    @Override
    public void accept(StepBatch batch, Actions actions) {
        for (int slot = 0; slot < actions.rows(); slot++) {
            if (batch.done(slot)) {
                Arrays.fill(memory, slot * actor.memorySize(), (slot + 1) * actor.memorySize(), 0);
            }
        }
        act(batch.observations, actions);
    }

    void act(Observations observations, Actions actions) {
        actor.act(new ActRequest(observations, Masks.ALL, memory, random, PROGRESS, false), actions);
    }
}
