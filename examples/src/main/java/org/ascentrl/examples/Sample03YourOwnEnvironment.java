package org.ascentrl.examples;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.Ascent;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.check.EnvironmentChecker;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.settings.Setting;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.Plugin;

/**
 * Writes an environment, checks it against the contract, and trains on it.
 *
 * <p>HOW TO RUN: {@code ./examples/ascent --help} builds the application; then
 *
 * <pre>java -cp examples/target/ascent.jar org.ascentrl.examples.Sample03YourOwnEnvironment</pre>
 */
public final class Sample03YourOwnEnvironment {

    private Sample03YourOwnEnvironment() {}

    public static void main(String[] arguments) {
        EnvironmentFactory factory = Thermostat.factory(new Thermostat.Options(20));
        System.out.println(EnvironmentChecker.check(factory::create));
        System.out.printf("return without learning: %.1f%n", train(1));
        System.out.printf("return after training:   %.1f%n", train(60_000));
    }

    /** The mean greedy return after so many steps of training. */
    static double train(long steps) {
        // region train
        try (Experiment experiment = Ascent.experiment()
                .plugin(new ThermostatPlugin())
                .set("environment=Thermostat-v0")
                .set("Thermostat-v0.target=21")
                .set("training.steps=" + steps)
                .build()) {
            Learner learner = experiment.train();
            return experiment
                    .evaluator(20)
                    .evaluate(learner.algorithm().actor(), false)
                    .meanReturn();
        }
        // endregion
    }

    // region environment
    /** Keeps a room at its target: cool, do nothing, or heat, while heat leaks to the weather outside. */
    static final class Thermostat implements Environment {

        /** Its settings, as {@code Thermostat-v0.target = 21}. */
        record Options(
                @Setting(value = "target temperature of the room, in °C", min = 10, max = 30)
                double target) {}

        private static final double LEAK = 0.1; // share of the difference that is lost in a step
        private static final double POWER = 1.5; // °C that heating or cooling changes in a step

        private final EnvironmentSpec spec;
        private final double target;
        private NumpyGenerator random = NumpyGenerator.unseeded();
        private double room;
        private double outside;

        Thermostat(EnvironmentSpec spec, Options options) {
            this.spec = spec;
            target = options.target();
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        public float[] reset(long seed) {
            random = new NumpyGenerator(seed);
            return reset();
        }

        @Override
        public float[] reset() {
            outside = random.uniform(10, 30);
            room = outside;
            return observation();
        }

        @Override
        public StepResult step(Action action) {
            int heating = action.integer(0) - 1; // −1, 0 or 1
            room += LEAK * (outside - room) + POWER * heating;
            return new StepResult(observation(), -Math.abs(room - target), false);
        }

        private float[] observation() {
            return new float[] {(float) (room - target) / 10, (float) (outside - target) / 10};
        }

        /** Returns what makes them, registered with a step limit. */
        static EnvironmentFactory factory(Options options) {
            EnvironmentSpec spec = new EnvironmentSpec(
                    "Thermostat-v0",
                    OptionalInt.of(100),
                    OptionalDouble.empty(),
                    Box.of(new float[] {-10, -10}, new float[] {10, 10}),
                    new Discrete(3));
            return EnvironmentFactory.of(spec, () -> new Thermostat(spec, options));
        }
    }

    /** Gives it the name by which settings choose it. */
    static final class ThermostatPlugin extends Plugin {

        @Override
        protected void configure() {
            offer(Kind.ENVIRONMENT, "Thermostat-v0", Thermostat.Options.class, (s, id) -> Thermostat.factory(s));
        }
    }
    // endregion
}
