package org.ascentrl.wiring;

import java.util.List;
import java.util.Map;
import org.ascentrl.algorithm.Algorithm;
import org.ascentrl.algorithm.AlgorithmFactory;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.wrapper.Wrapper;
import org.ascentrl.env.wrapper.WrapperFactory;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.TensorBackendFactory;
import org.ascentrl.testing.Bandit;
import org.ascentrl.testing.ChainEnvironment;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.FaultyEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.ascentrl.testing.MaskedBandit;
import org.ascentrl.testing.ReferenceBackend;

/** The environments of the test kit, the reference backend, and things that refuse. */
public final class TestPlugin extends Plugin {

    private static final String DEFAULTS = """
            environment = Identity-v0
            backend = reference
            training { steps = 300, slots = 4, chunk = 2, threads = 2, evaluation { episodes = 7 } }
            mlp { hidden = [5] }
            Identity-v0 { states = 3, steps = 5 }
            ContinuousIdentity-v0 { steps = 5 }
            Bandit-v0 { arms = 3, noise = 0.1 }
            MaskedBandit-v0 { arms = 4, steps = 6 }
            Chain-v0 { states = 4, steps = 10, step-reward = -1, end-reward = 5 }
            Faulty-v0 { fault = exception, step = 3 }
            Add { amount = 1 }
            """;

    @Override
    protected void configure() {
        bindEnvironment("Identity-v0", IdentityEnvironment.Factory.class);
        bindEnvironment("ContinuousIdentity-v0", ContinuousIdentityEnvironment.Factory.class);
        bindEnvironment("Bandit-v0", Bandit.Factory.class);
        bindEnvironment("MaskedBandit-v0", MaskedBandit.Factory.class);
        bindEnvironment("Chain-v0", ChainEnvironment.Factory.class);
        bindEnvironment("Faulty-v0", FaultyEnvironment.Factory.class);
        bindEnvironment("Broken-v0", BrokenFactory.class);
        bindBackend("reference", ReferenceFactory.class);
        bindBackend("native", NativeFactory.class);
        bindAlgorithm("choosy", ChoosyFactory.class);
        bindWrapper("Add", AddFactory.class);
        bindWrapper("Double", DoubleFactory.class);
        bindWrapper("Refuse", RefuseFactory.class);
    }

    /** What core and this plug-in offer. */
    public static Bootstrap bootstrap() {
        return new Bootstrap(List.of(new CorePlugin(), new TestPlugin()));
    }

    /** An experiment of the defaults and the assignments. */
    public static Experiment experiment(String... assignments) {
        Settings.Builder settings = settings();
        for (String assignment : assignments) {
            settings.set(assignment);
        }
        return bootstrap().experiment(settings.build());
    }

    static Settings.Builder settings() {
        return Settings.builder().references(TestPlugin.class.getClassLoader()).reference("test.conf", DEFAULTS);
    }

    record NoOptions() {}

    static final class ReferenceFactory implements TensorBackendFactory<NoOptions> {

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public TensorBackend create(NoOptions settings) {
            return new ReferenceBackend();
        }
    }

    /** A factory that must not be made unless it is chosen. */
    static final class NativeFactory implements TensorBackendFactory<NoOptions> {

        NativeFactory() {
            throw new IllegalStateException("libtensors.so: no such file");
        }

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public TensorBackend create(NoOptions settings) {
            throw new AssertionError();
        }
    }

    /** An environment that does not take its settings. */
    static final class BrokenFactory implements EnvironmentFactory<NoOptions> {

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public EnvironmentSpec spec(NoOptions settings) {
            throw new IllegalArgumentException("Box: no number lies between the bounds 1.0 and 0.0 at 0");
        }

        @Override
        public Environment create(NoOptions settings) {
            throw new AssertionError();
        }
    }

    /** An algorithm that suits no environment. */
    static final class ChoosyFactory implements AlgorithmFactory<NoOptions> {

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public Algorithm create(NoOptions settings, AlgorithmSetup setup) {
            throw new IllegalArgumentException(
                    "choosy does not learn " + setup.environment().id());
        }
    }

    record Amount(@Setting("what is added to each reward") double amount) {}

    static final class AddFactory implements WrapperFactory<Amount> {

        @Override
        public Class<Amount> settings() {
            return Amount.class;
        }

        @Override
        public Environment wrap(Amount settings, Environment inner) {
            return new Reward(inner, 1, settings.amount());
        }
    }

    static final class DoubleFactory implements WrapperFactory<NoOptions> {

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public Environment wrap(NoOptions settings, Environment inner) {
            return new Reward(inner, 2, 0);
        }
    }

    static final class RefuseFactory implements WrapperFactory<NoOptions> {

        @Override
        public Class<NoOptions> settings() {
            return NoOptions.class;
        }

        @Override
        public Environment wrap(NoOptions settings, Environment inner) {
            throw new IllegalArgumentException("Refuse: wraps nothing");
        }
    }

    private static final class Reward extends Wrapper {

        private final double scale;
        private final double shift;

        Reward(Environment inner, double scale, double shift) {
            super(inner);
            this.scale = scale;
            this.shift = shift;
        }

        @Override
        public StepResult step(Action action) {
            StepResult result = super.step(action);
            return new StepResult(
                    result.observation(),
                    scale * result.reward() + shift,
                    result.terminated(),
                    result.truncated(),
                    Map.of());
        }
    }
}
