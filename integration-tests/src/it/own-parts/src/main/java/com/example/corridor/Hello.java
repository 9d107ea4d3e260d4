package com.example.corridor;

import org.ascentrl.Ascent;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;

/** Trains on CartPole: the program of Ascent's README. */
public final class Hello {

    private Hello() {}

    public static void main(String[] arguments) {
        System.out.printf("mean return of the trained policy: %.1f%n", train(200_000).meanReturn());
    }

    /** Trains until CartPole is solved or for so many steps, and evaluates the greedy policy. */
    static Evaluation train(long steps) {
        // region hello
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("algorithm=reinforce")
                .set("training.steps=" + steps)
                .build()) {
            Learner learner = experiment.train();
            return experiment.evaluator(100).evaluate(learner.algorithm().actor(), false);
        }
        // endregion
    }
}
