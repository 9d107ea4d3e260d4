package org.ascentrl.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.state.State;

/**
 * Acts at random, by what it remembers and by its one weight: an action depends on the observation, the row's stream, how
 * many steps of the episode it remembers, and the sum of what it drew in them.
 */
public final class Wanderer implements Actor {

    private static final int MEMORY = 2;

    private final EnvironmentSpec spec;
    public final List<ActRequest> requests = new ArrayList<>();
    public float weight;

    public Wanderer(EnvironmentSpec spec, float weight) {
        this.spec = spec;
        this.weight = weight;
    }

    @Override
    public int memorySize() {
        return MEMORY;
    }

    @Override
    public void act(ActRequest in, Actions out) {
        requests.add(new ActRequest(
                in.observations().grown(in.rows()),
                in.masks(),
                in.memory().clone(),
                in.random(),
                in.progress(),
                in.explore()));
        if (in.asksForLogProbs()) {
            Arrays.fill(in.logProbs(), -0.5);
        }
        int features = spec.observationSpace().flatSize();
        for (int row = 0; row < in.rows(); row++) {
            RandomGenerator random = in.random().row(row);
            double drawn = in.explore() ? random.nextDouble() : 0.25;
            in.memory()[row * MEMORY]++;
            in.memory()[row * MEMORY + 1] += (float) drawn;
            double seen = in.observations().flat(row)[features - 1] + in.memory()[row * MEMORY + 1] + drawn + weight;
            if (spec.actionSpace() instanceof Discrete discrete) {
                out.integers()[row] = discrete.start() + allowed(in, row, (int) (seen * 7), discrete.n());
            } else {
                out.reals()[2 * row] = (float) (3 * drawn - 1.5);
                out.reals()[2 * row + 1] = (float) seen;
            }
        }
    }

    private static int allowed(ActRequest in, int row, int wish, int choices) {
        int choice = wish % choices;
        while (!in.masks().allows(row, choice)) {
            choice = (choice + 1) % choices;
        }
        return choice;
    }

    @Override
    public void state(State s) {
        s.floats("weight", new int[] {1}, () -> new float[] {weight}, values -> weight = values[0]);
    }
}
