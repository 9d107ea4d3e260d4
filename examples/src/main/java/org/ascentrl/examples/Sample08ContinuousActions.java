package org.ascentrl.examples;

import org.ascentrl.Ascent;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.Actor;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.env.space.Space;
import org.ascentrl.experience.Progress;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.training.Evaluation;
import org.ascentrl.wiring.Experiment;

/**
 * Trains SAC on a continuous task, swinging a pendulum up, and queries its policy for torques.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java --add-modules jdk.incubator.vector -cp examples/target/ascent.jar org.ascentrl.examples.Sample08ContinuousActions</pre>
 */
public final class Sample08ContinuousActions {

    private static final double[] ANGLES = {-0.5, -0.1, 0, 0.1, 0.5};

    private Sample08ContinuousActions() {}

    /**
     * The result of a training.
     *
     * @param greedy how well it does
     * @param torques in N m, at rest, at the angles −0.5, −0.1, 0, 0.1 and 0.5 rad from upright
     */
    record Result(Evaluation greedy, double[] torques) {}

    public static void main(String[] arguments) {
        Result result = train(10_000);
        System.out.printf(
                "return %.1f ± %.1f%n",
                result.greedy().meanReturn(), result.greedy().deviation());
        for (int i = 0; i < ANGLES.length; i++) {
            System.out.printf("%5.1f rad: %5.2f N m%n", ANGLES[i], result.torques()[i]);
        }
    }

    static Result train(long steps) {
        // region train
        try (Experiment experiment = Ascent.experiment()
                .set("environment=Pendulum-v1")
                .set("algorithm=sac")
                .set("training.steps=" + steps)
                .set("sac.warm-up=500")
                .set("sac.policy-learning-rate={ from = 1e-3, to = 1e-3 }")
                .set("sac.critic-learning-rate={ from = 1e-3, to = 1e-3 }")
                .set("sac.temperature.learning-rate={ from = 1e-3, to = 1e-3 }")
                .build()) {
            Actor actor = experiment.train().algorithm().actor();
            Space torques = experiment.environment().spec().actionSpace();
            return new Result(experiment.evaluator(20).evaluate(actor, false), torques(actor, torques));
        }
        // endregion
    }

    // region act
    /** All angles at once: an actor takes a row for each. Exploring, it would add noise; the bounds hold either way. */
    private static double[] torques(Actor actor, Space space) {
        float[] observations = new float[3 * ANGLES.length];
        for (int i = 0; i < ANGLES.length; i++) {
            observations[3 * i] = (float) Math.cos(ANGLES[i]);
            observations[3 * i + 1] = (float) Math.sin(ANGLES[i]);
        }
        Actions actions = Actions.of(space, ANGLES.length);
        boolean explore = false;
        actor.act(
                new ActRequest(
                        Observations.of(observations, 3),
                        Masks.ALL,
                        new float[ANGLES.length * actor.memorySize()],
                        RowRandom.shared(new NumpyGenerator(1)),
                        new Progress(1, 1),
                        explore),
                actions);
        double[] torques = new double[ANGLES.length];
        for (int i = 0; i < torques.length; i++) {
            torques[i] = actions.get(i).real(0);
        }
        return torques;
    }
    // endregion
}
