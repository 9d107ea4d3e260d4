package org.ascentrl.algorithm.dqn;

import java.util.List;
import org.ascentrl.actor.Actor;
import org.ascentrl.actor.Exploration;
import org.ascentrl.actor.ValueActor;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Polyak;
import org.ascentrl.distribution.Greedy;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.ActionValues;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.replay.Transitions;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Q, which learns, and Q', the target network that follows it. */
final class QNetworks implements Stateful {

    private final DqnSettings settings;
    private final Tensors tensors;
    private final Discrete space;
    private final ActionValues online;
    private final ActionValues target;
    private final NumpyGenerator noise;

    QNetworks(DqnSettings settings, int quantiles, AlgorithmSetup setup) {
        this.settings = settings;
        tensors = setup.tensors();
        boolean noisy = settings.exploration().kind() == Exploration.Kind.NOISY;
        ActionValues.Form form = new ActionValues.Form(quantiles, settings.dueling(), noisy);
        online = setup.networks().actionValues(form, setup.random().stream("init"));
        target = setup.networks().actionValues(form, setup.random().stream("init"));
        space = (Discrete) setup.environment().actionSpace();
        noise = setup.random().stream("noise");
    }

    List<Parameter> parameters() {
        return online.parameters();
    }

    Actor actor() {
        return new ValueActor(online, space, settings.exploration(), settings.warmUp(), tensors);
    }

    /** The quantiles that Q gives for what was done [B, K]. */
    Tensor ofTaken(Transitions batch) {
        Tensor quantiles = online.quantiles(batch.observations(tensors), RowRandom.shared(noise));
        return chosen(quantiles, indices(batch.actions()));
    }

    /** The quantiles that Q' gives for the best next action: by its own values, or with double Q-learning by those of Q. [B, K] */
    Tensor ofBestNext(Transitions batch) {
        Tensor next = batch.nextObservations(tensors);
        Tensor quantiles = target.quantiles(next, RowRandom.shared(noise));
        Tensor chooser = settings.doubleQ() ? online.values(next, RowRandom.shared(noise)) : quantiles.mean(2);
        return chosen(quantiles, Greedy.actions(chooser, batch.nextMasks()));
    }

    /** Of [B, A, K] those of one action in each row [B, K]. */
    private static Tensor chosen(Tensor quantiles, int[] actions) {
        int choices = quantiles.shape().extent(1);
        int numbers = quantiles.shape().extent(2);
        int[] rows = new int[actions.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i * choices + actions[i];
        }
        return quantiles.reshape(actions.length * choices, numbers).gatherRows(rows);
    }

    private int[] indices(Actions actions) {
        int[] indices = actions.integers().clone();
        for (int i = 0; i < indices.length; i++) {
            indices[i] -= space.start();
        }
        return indices;
    }

    void observe(Rollout fresh) {
        online.observe(fresh);
        target.observe(fresh);
    }

    /** Lets Q' follow over the environment steps just taken. */
    void updateTarget(Progress before, int steps) {
        double tau = settings.target().tau(before, steps);
        if (tau > 0) {
            Polyak.update(target.parameters(), online.parameters(), tau, tensors);
        }
    }

    @Override
    public void state(State s) {
        s.part("online", online);
        s.part("target", target);
        s.part("noise", noise);
    }
}
