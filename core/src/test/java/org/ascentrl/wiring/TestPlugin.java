package org.ascentrl.wiring;

import static org.ascentrl.wiring.Kind.ALGORITHM;
import static org.ascentrl.wiring.Kind.BACKEND;
import static org.ascentrl.wiring.Kind.ENVIRONMENT;
import static org.ascentrl.wiring.Kind.WRAPPERS;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.wrapper.Wrapper;
import org.ascentrl.settings.NoSettings;
import org.ascentrl.settings.Setting;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.tensor.TensorBackend;
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
        offer(
                ENVIRONMENT,
                "Identity-v0",
                IdentityEnvironment.Settings.class,
                (s, id) -> IdentityEnvironment.factory(s));
        offer(
                ENVIRONMENT,
                "ContinuousIdentity-v0",
                ContinuousIdentityEnvironment.Settings.class,
                (s, id) -> ContinuousIdentityEnvironment.factory(s));
        offer(ENVIRONMENT, "Bandit-v0", Bandit.Settings.class, (s, id) -> Bandit.factory(s));
        offer(ENVIRONMENT, "MaskedBandit-v0", MaskedBandit.Settings.class, (s, id) -> MaskedBandit.factory(s));
        offer(ENVIRONMENT, "Chain-v0", ChainEnvironment.Settings.class, (s, id) -> ChainEnvironment.factory(s));
        offer(ENVIRONMENT, "Faulty-v0", FaultyEnvironment.Settings.class, (s, id) -> FaultyEnvironment.factory(s));
        offer(ENVIRONMENT, "Broken-v0", NoSettings.class, (none, id) -> {
            throw new IllegalArgumentException("Box: no number lies between the bounds 1.0 and 0.0 at 0");
        });
        offer(BACKEND, "reference", NoSettings.class, (none, name) -> new ReferenceBackend());
        offer(BACKEND, "native", NoSettings.class, NativeBackends.class);
        offer(ALGORITHM, "choosy", NoSettings.class, (none, setup) -> {
            throw new IllegalArgumentException(
                    "choosy does not learn " + setup.environment().id());
        });
        offer(WRAPPERS, "Add", Amount.class, (s, inner) -> new Reward(inner, 1, s.amount()));
        offer(WRAPPERS, "Double", NoSettings.class, (none, inner) -> new Reward(inner, 2, 0));
        offer(WRAPPERS, "Refuse", NoSettings.class, (none, inner) -> {
            throw new IllegalArgumentException("Refuse: wraps nothing");
        });
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

    public static Settings.Builder settings() {
        return Settings.builder().references(TestPlugin.class.getClassLoader()).reference("test.conf", DEFAULTS);
    }

    /** A factory that must not be made unless it is chosen. */
    static final class NativeBackends implements Factory<NoSettings, String, TensorBackend> {

        NativeBackends() {
            throw new IllegalStateException("libtensors.so: no such file");
        }

        @Override
        public TensorBackend create(NoSettings none, String name) {
            throw new AssertionError();
        }
    }

    record Amount(@Setting("added to each reward") double amount) {}

    static final class Reward extends Wrapper {

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
