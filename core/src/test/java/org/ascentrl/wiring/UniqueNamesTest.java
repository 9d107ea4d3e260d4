package org.ascentrl.wiring;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.actor.Actor;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.experience.Horizon;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.policy.Model;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.junit.jupiter.api.Test;

/** An algorithm that could not be saved is refused before it trains. */
class UniqueNamesTest {

    @Test
    void twoParametersOfOneNameAreRefusedBeforeTraining() {
        Bootstrap bootstrap = new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), new TwiceNamedPlugin()));
        try (Experiment experiment = bootstrap.experiment(
                TestPlugin.settings().set("algorithm=twice-named").build())) {
            assertThatIllegalStateException()
                    .isThrownBy(experiment::learner)
                    .withMessage("Item \"weight\" is named twice; name each item of an object once.");
        }
    }

    static final class TwiceNamedPlugin extends Plugin {
        @Override
        protected void configure() {
            offer(
                    Kind.ALGORITHM,
                    "twice-named",
                    NoSettings.class,
                    (none, setup) -> new TwiceNamed(List.of(weight(setup), weight(setup))));
        }

        private static Parameter weight(AlgorithmSetup setup) {
            return setup.tensors().parameter("weight", Initializer.zeros(), new SplittableRandom(1), 2);
        }
    }

    record TwiceNamed(List<Parameter> parameters) implements Algorithm {
        @Override
        public Actor actor() {
            throw new AssertionError("does not act");
        }

        @Override
        public List<Model> models() {
            return List.of();
        }

        @Override
        public Horizon horizon(Progress p) {
            throw new AssertionError("does not train");
        }

        @Override
        public Metrics update(Rollout fresh, Progress p) {
            throw new AssertionError("does not train");
        }

        @Override
        public void state(State s) {
            parameters.forEach(p -> p.state(s));
        }
    }
}
