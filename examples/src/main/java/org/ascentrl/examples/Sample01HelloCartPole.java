package org.ascentrl.examples;

import org.ascentrl.Ascent;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;

/**
 * Trains an agent in a program of your own.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample01HelloCartPole</pre>
 */
public final class Sample01HelloCartPole {

    private Sample01HelloCartPole() {}

    public static void main(String[] arguments) {
        System.out.printf("return of the trained policy: %.1f%n", train(200_000).meanReturn());
    }

    /** Trains until CartPole is solved, or for {@code steps} environment steps, and evaluates greedily. */
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
