package com.example.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.Ascent;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.tck.EnvironmentTck;
import org.ascentrl.wiring.Experiment;
import org.junit.jupiter.api.Test;

// region environment
class CorridorTest extends EnvironmentTck<CorridorSettings> {

    @Override
    protected EnvironmentFactory<CorridorSettings> factory() {
        return new CorridorFactory();
    }

    @Override
    protected CorridorSettings settings() {
        return new CorridorSettings(50);
    }
    // endregion

    @Test
    void settingsChooseItAndItsAlgorithmByName() {
        try (Experiment experiment = Ascent.experiment()
                .set("environment=Corridor-v0")
                .set("Corridor-v0.length=6")
                .set("algorithm=rloo")
                .set("training.steps=4000")
                .build()) {
            double meanReturn = experiment
                    .evaluator(100)
                    .evaluate(experiment.train().algorithm().actor(), false)
                    .meanReturn();
            assertThat(meanReturn).isBetween(-5.0, -2.0); // the way from the first of 6 cells takes 5 steps, the mean is 3
        }
    }
}
