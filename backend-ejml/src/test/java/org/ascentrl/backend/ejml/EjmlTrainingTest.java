package org.ascentrl.backend.ejml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.collect.Collector;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.Snapshot;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.wiring.Bootstrap;
import org.ascentrl.wiring.CorePlugin;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Kind;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.Plugin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole trainings: the same bits whatever the threads and chunks, for on this backend rows are independent. */
class EjmlTrainingTest {

    private static final String DEFAULTS = """
            backend = ejml
            training { steps = 400, slots = 7, chunk = 3, threads = 1 }
            mlp { hidden = [64, 32] }
            networks { normalize-input = true }
            Identity-v0 { states = 5, steps = 6 }
            ContinuousIdentity-v0 { steps = 6 }
            """;

    private static final class Environments extends Plugin {
        @Override
        protected void configure() {
            offer(
                    Kind.ENVIRONMENT,
                    "Identity-v0",
                    IdentityEnvironment.Settings.class,
                    (s, id) -> IdentityEnvironment.factory(s));
            offer(
                    Kind.ENVIRONMENT,
                    "ContinuousIdentity-v0",
                    ContinuousIdentityEnvironment.Settings.class,
                    (s, id) -> ContinuousIdentityEnvironment.factory(s));
        }
    }

    private static Experiment experiment(String... assignments) {
        Settings.Builder settings = Settings.builder()
                .references(EjmlTrainingTest.class.getClassLoader())
                .reference("defaults.conf", DEFAULTS);
        for (String assignment : assignments) {
            settings.set(assignment);
        }
        return new Bootstrap(List.of(new CorePlugin(), new EjmlPlugin(), new Environments()))
                .experiment(settings.build());
    }

    private static Snapshot train(String... assignments) {
        try (Experiment experiment = experiment(assignments);
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            TrainingContext result =
                    experiment.trainer(learner, collector, List.of()).train();
            assertThat(result.updates()).isGreaterThan(5);
            return Snapshot.of(learner.algorithm());
        }
    }

    @ParameterizedTest(name = "{0} with kernels {1}, in chunks of {2} on {3} threads")
    @CsvSource({
        "Identity-v0, ejml, 1, 1",
        "Identity-v0, vector, 1, 1",
        "Identity-v0, vector, 1, 2",
        "Identity-v0, ejml, 1, 4",
        "Identity-v0, vector, 2, 2",
        "Identity-v0, ejml, 7, 1",
        "ContinuousIdentity-v0, vector, 1, 1",
        "ContinuousIdentity-v0, ejml, 1, 4",
        "ContinuousIdentity-v0, ejml, 3, 2",
        "ContinuousIdentity-v0, vector, 7, 4"
    })
    void threadsAndChunksDoNotMatter(String environment, String kernels, int chunk, int threads) {
        String choice = "environment=" + environment;
        String provider = "ejml.kernels=" + kernels;
        assertThat(train(choice, provider, "training.chunk=" + chunk, "training.threads=" + threads))
                .isEqualTo(train(choice, provider));
    }

    @ParameterizedTest
    @CsvSource({"reinforce.baseline=value", "optimizer=rmsprop", "optimizer=sgd", "optimizer=adamw", "ejml.kernels=ejml"
    })
    void theSameSeedGivesTheSameBits(String assignment) {
        Snapshot first = train("environment=ContinuousIdentity-v0", assignment);
        assertThat(train("environment=ContinuousIdentity-v0", assignment)).isEqualTo(first);
        assertThat(train("environment=ContinuousIdentity-v0", assignment, "seed=2"))
                .isNotEqualTo(first);
    }
}
