package com.example.corridor;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascentrl.Ascent;
import org.ascentrl.wiring.Experiment;
import org.junit.jupiter.api.Test;

class PluginTest {

    /** In 6 cells the best mean return is −3: of 5 steps from the first, and 1 from the last but one. */
    @Test
    void settingsChooseBothByName() {
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
            assertThat(meanReturn).isBetween(-3.5, -2.5);
        }
    }
}
