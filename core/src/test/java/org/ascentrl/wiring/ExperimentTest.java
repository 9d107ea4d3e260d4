package org.ascentrl.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.reinforce.Reinforce;
import org.ascentrl.algorithm.reinforce.ReinforceSettings;
import org.ascentrl.collect.Collector;
import org.ascentrl.collect.LocalCollector;
import org.ascentrl.env.Environment;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.state.Snapshot;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static String weights(Learner learner) {
        return Snapshot.of(learner.algorithm()).sha256();
    }

    private static String train(Experiment experiment) {
        try (experiment;
                Collector collector = experiment.collector()) {
            Learner learner = experiment.learner();
            experiment.trainer(learner, collector, List.of()).train();
            return weights(learner);
        }
    }

    @Test
    void buildsEqualLearners() {
        try (Experiment experiment = TestPlugin.experiment()) {
            assertThat(weights(experiment.learner())).isEqualTo(weights(experiment.learner()));
            try (Experiment other = TestPlugin.experiment("seed=2")) {
                assertThat(weights(other.learner())).isNotEqualTo(weights(experiment.learner()));
            }
        }
    }

    @Test
    void itsTextAloneMakesTheSameExperiment() {
        String[] assignments = {
            "seed=5",
            "reinforce.baseline=value",
            "wrappers=[Add]",
            "Add.amount=0.1",
            "training.threads=2",
            "optimizer=sgd"
        };
        String text;
        try (Experiment experiment = TestPlugin.experiment(assignments)) {
            text = experiment.text();
        }
        Settings again = Settings.builder().preset("again", text).build();

        assertThat(train(TestPlugin.bootstrap().experiment(again)))
                .isEqualTo(train(TestPlugin.experiment(assignments)));
    }

    /** A cluster's collector: its executors have the text and nothing else. */
    @Test
    void collectorsGetTheTextThatMakesTheSameExperiment() {
        List<String> texts = new ArrayList<>();
        Plugin cluster = new Plugin() {
            @Override
            protected void configure() {
                offer(Kind.COLLECTOR, "cluster", NoSettings.class, (none, setup) -> {
                    texts.add(setup.settings());
                    return new LocalCollector(setup);
                });
            }
        };
        Bootstrap bootstrap = new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), cluster));
        Settings settings =
                TestPlugin.settings().set("collector=cluster").set("seed=7").build();
        String trained = train(bootstrap.experiment(settings));
        Settings sent = Settings.builder().preset("executor", texts.get(0)).build();

        assertThat(train(bootstrap.experiment(sent))).isEqualTo(trained);
        assertThat(texts).hasSize(2);
        assertThat(texts.get(1)).isEqualTo(texts.get(0));
    }

    @Test
    void knowsWhatWasChosen() {
        try (Experiment experiment = TestPlugin.experiment("optimizer=rmsprop", "training.slots=3", "seed=8")) {
            assertThat(experiment.chosen("environment")).isEqualTo("Identity-v0");
            assertThat(experiment.chosen("optimizer")).isEqualTo("rmsprop");
            assertThat(experiment.run().seed()).isEqualTo(8);
            assertThat(experiment.run().training().slots()).isEqualTo(3);
            assertThat(experiment.environment().spec().id()).isEqualTo("Identity-v0");
        }
    }

    @Test
    void autoMeansTheMachinesThreads() {
        try (Experiment experiment = TestPlugin.experiment("training.threads=auto")) {
            assertThat(experiment.run().training().threadCount())
                    .isEqualTo(Runtime.getRuntime().availableProcessors());
        }
        try (Experiment experiment = TestPlugin.experiment("training.threads=9999")) {
            assertThat(experiment.run().training().threadCount()).isEqualTo(9999);
        }
    }

    /** The rewards of an episode of Chain-v0 that goes to the right, where each step gives -1 and the last 4. */
    private static List<Double> rewards(Environment chain) {
        List<Double> rewards = new ArrayList<>();
        chain.reset(0);
        boolean done = false;
        while (!done) {
            var result = chain.step(Action.of(1));
            rewards.add(result.reward());
            done = result.done();
        }
        return rewards;
    }

    private static List<Double> vectorRewards(VectorEnvironment chain) {
        StepBatch batch = new StepBatch(chain.spec(), 1);
        Actions right = Actions.of(chain.spec().actionSpace(), 1);
        right.set(0, Action.of(1));
        chain.reset((slot, episode) -> 0, batch);
        List<Double> rewards = new ArrayList<>();
        do {
            chain.step(right, new boolean[] {true}, batch);
            rewards.add(batch.rewards[0]);
        } while (!batch.done(0));
        return rewards;
    }

    @Test
    void wrapsInTheOrderOfTheList() {
        for (String wrappers : List.of("[]", "[Add]", "[Double]", "[Add, Double]", "[Double, Add]", "[Add, Add]")) {
            List<Double> expected = switch (wrappers) {
                case "[]" -> List.of(-1.0, -1.0, 4.0);
                case "[Add]" -> List.of(-0.5, -0.5, 4.5);
                case "[Double]" -> List.of(-2.0, -2.0, 8.0);
                case "[Add, Double]" -> List.of(-1.0, -1.0, 9.0);
                case "[Double, Add]" -> List.of(-1.5, -1.5, 8.5);
                default -> List.of(0.0, 0.0, 5.0);
            };
            String[] options = wrappers.contains("Add") ? new String[] {"Add.amount=0.5"} : new String[0];
            List<String> all = new ArrayList<>(List.of("environment=Chain-v0", "wrappers=" + wrappers));
            all.addAll(Arrays.asList(options));
            try (Experiment experiment = TestPlugin.experiment(all.toArray(String[]::new));
                    Environment single = experiment.environment().create();
                    VectorEnvironment vector = experiment.environment().createVector(1)) {
                assertThat(rewards(single)).as(wrappers).isEqualTo(expected);
                assertThat(vectorRewards(vector)).as(wrappers).isEqualTo(expected);
                assertThat(vector).isInstanceOf(SyncVectorEnvironment.class);
            }
        }
    }

    @Test
    void theEnvironmentsTextMakesTheSameEnvironmentAgain() {
        String[] chain = {
            "environment=ContinuousIdentity-v0", "wrappers=[FrameStack, RescaleAction]", "FrameStack.stack-size=2"
        };
        try (Experiment experiment = TestPlugin.experiment(chain)) {
            String text = experiment.environmentText();
            assertThat(text)
                    .contains("ContinuousIdentity-v0 { steps = 5 }")
                    .contains("FrameStack { stack-size = 2, padding-type = reset }")
                    .contains("RescaleAction { min-action = -1, max-action = 1 }")
                    .doesNotContain("adam")
                    .doesNotContain("seed");
            Settings again = Settings.builder().preset("policy", text).build();
            EnvironmentFactory source = TestPlugin.bootstrap().environment(again);
            assertThat(source.spec()).isEqualTo(experiment.environment().spec());
        }
    }

    @Test
    void aWrapperMayChangeTheSpec() {
        try (Experiment experiment = TestPlugin.experiment("wrappers=[TimeLimit]", "TimeLimit.max-episode-steps=2");
                VectorEnvironment vector = experiment.environment().createVector(3)) {
            assertThat(experiment.environment().spec().maxEpisodeSteps()).hasValue(2);
            assertThat(vector.spec()).isEqualTo(experiment.environment().spec());
            assertThat(vector.size()).isEqualTo(3);
        }
    }

    @Test
    void aWrappedEnvironmentKeepsTheContract() {
        try (Experiment experiment = TestPlugin.experiment("wrappers=[TimeLimit]", "TimeLimit.max-episode-steps=2");
                Environment environment = experiment.environment().create()) {
            assertThatIllegalStateException().isThrownBy(() -> environment.step(Action.of(0)));
            environment.reset(0);
            environment.step(Action.of(0));
            assertThat(environment.step(Action.of(0)).truncated()).isTrue();
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.step(Action.of(0)))
                    .withMessageContaining("step after the episode's end");
        }
    }

    /** Notes which backends were made, and which of them are closed. */
    private static final class Watched extends Plugin {

        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        protected void configure() {
            offer(Kind.BACKEND, "watched", NoSettings.class, (none, name) -> watched());
        }

        private TensorBackend watched() {
            ReferenceBackend backend = new ReferenceBackend();
            made.incrementAndGet();
            return (TensorBackend) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {TensorBackend.class}, (proxy, method, arguments) -> {
                        closed.addAndGet(method.getName().equals("close") ? 1 : 0);
                        return method.invoke(backend, arguments);
                    });
        }

        private Experiment experiment(String... assignments) {
            Settings.Builder settings = TestPlugin.settings().set("backend=watched");
            Arrays.stream(assignments).forEach(settings::set);
            return new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), this)).experiment(settings.build());
        }
    }

    @Test
    void closesTheBackendsOfItsLearners() {
        Watched watched = new Watched();
        Experiment experiment = watched.experiment();
        assertThat(watched.made).as("describing builds nothing").hasValue(0);
        experiment.learner();
        experiment.learner();
        assertThat(watched.made).hasValue(2);
        assertThat(watched.closed).hasValue(0);
        experiment.close();
        experiment.close();
        assertThat(watched.closed).hasValue(2);
    }

    @Test
    void closesTheBackendsOfCollectorsToo() {
        Watched watched = new Watched();
        train(watched.experiment("training.chunk=1", "training.threads=4"));
        assertThat(watched.made).hasValue(5);
        assertThat(watched.closed).hasValue(5);
    }

    @Test
    void closesTheBackendOfALearnerThatCannotBeBuilt() {
        Watched watched = new Watched();
        try (Experiment experiment = watched.experiment("algorithm=choosy")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(experiment::learner)
                    .withMessage("choosy does not learn Identity-v0");
            assertThat(watched.made).hasValue(1);
            assertThat(watched.closed).hasValue(1);
        }
    }

    /** Notices when two threads are in it at once. */
    private static final class Alone extends Plugin {

        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        protected void configure() {
            offer(Kind.ALGORITHM, "alone", ReinforceSettings.class, this::create);
        }

        private Algorithm create(ReinforceSettings settings, AlgorithmSetup setup) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            for (int i = 0; i < 1000; i++) {
                Thread.onSpinWait();
            }
            Algorithm algorithm = new Reinforce(settings, setup);
            inside.decrementAndGet();
            return algorithm;
        }
    }

    @Test
    void callsAFactoryFromOneThreadAtATime() {
        Alone alone = new Alone();
        String options = TestPlugin.experiment().text();
        String section = options.substring(options.indexOf("reinforce {"), options.indexOf("mlp {"))
                .replace("reinforce {", "alone {");
        Settings settings = TestPlugin.settings()
                .preset("p", section)
                .set("algorithm=alone")
                .set("training.slots=8")
                .set("training.chunk=1")
                .set("training.threads=8")
                .build();
        train(new Bootstrap(List.of(new CorePlugin(), new TestPlugin(), alone)).experiment(settings));

        assertThat(alone.most).hasValue(1);
    }
}
