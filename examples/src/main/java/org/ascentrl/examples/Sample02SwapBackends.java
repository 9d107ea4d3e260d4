package org.ascentrl.examples;

import java.util.Locale;
import org.ascentrl.Ascent;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;

/**
 * Trains on another tensor backend: one setting, and nothing else changes.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent train --set backend=nd4j} builds the application and fetches ND4J; then
 *
 * <pre>java -cp 'examples/target/ascent.jar:examples/target/plugins/ascent-backend-nd4j/*' \
 *     org.ascentrl.examples.Sample02SwapBackends nd4j</pre>
 *
 * <p>Likewise {@code djl}; without an argument it is {@code ejml}, for which the jar of the application is enough.
 */
public final class Sample02SwapBackends {

    private Sample02SwapBackends() {}

    public static void main(String[] arguments) {
        System.out.println(train(arguments.length == 0 ? "ejml" : arguments[0], 20_000));
    }

    /** Trains for so many steps, and says which backend it was and how well the policy does. */
    public static String train(String backend, long steps) {
        // region swap
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("backend=" + backend)
                .set("training.steps=" + steps)
                .build()) {
            Learner learner = experiment.train();
            Evaluation greedy =
                    experiment.evaluator(20).evaluate(learner.algorithm().actor(), false);
            String computing = learner.backend().description();
            return String.format(Locale.ROOT, "%s: return %.1f", computing, greedy.meanReturn());
        }
        // endregion
    }
}
