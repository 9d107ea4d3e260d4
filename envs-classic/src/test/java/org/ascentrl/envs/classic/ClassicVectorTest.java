package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ascentrl.Ascent;
import org.ascentrl.env.Environment;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Allocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What all environments of this module share. */
class ClassicVectorTest {

    static final List<String> IDS = Registered.IDS;

    @ParameterizedTest
    @FieldSource("IDS")
    void aStepOfTheVectorFormAllocatesNothing(String id) {
        int slots = 8;
        VectorEnvironment vector = Registered.of(id).createVector(slots);
        StepBatch out = new StepBatch(vector.spec(), slots);
        Actions actions = Actions.of(vector.spec().actionSpace(), slots);
        boolean[] active = new boolean[slots];
        Arrays.fill(active, true);
        vector.reset((slot, episode) -> 100L * slot + episode, out);
        NumpyGenerator random = new NumpyGenerator(0);
        assertThat(Allocation.ofCalls(step -> {
                    for (int slot = 0; slot < slots; slot++) {
                        if (actions.integersPerRow() > 0) {
                            actions.integers()[slot] = random.nextBoolean() ? 1 : 0;
                        } else {
                            actions.reals()[slot] = (float) random.uniform(-1, 1);
                        }
                    }
                    vector.step(actions, active, out);
                }))
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void aVectorHasASlot(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registered.of(id).createVector(0))
                .withMessage(id + ": a vector environment needs at least one slot, not 0");
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void refusesANegativeSeedByNamingTheSlot(String id) {
        Registered<?> registered = Registered.of(id);
        StepBatch out = new StepBatch(registered.spec(), 2);
        assertThatThrownBy(() -> registered.createVector(2).reset((slot, episode) -> -slot, out))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(id + ", slot 1, episode with seed -1, reset");
    }

    /** The defaults that a run reads are those of the convenience constructors. */
    @ParameterizedTest
    @FieldSource("IDS")
    void theReferenceConfigurationIsAsRegistered(String id) {
        NumpyGenerator random = new NumpyGenerator(2);
        try (Environment configured = Ascent.environment(id);
                Environment registered = Registered.of(id).create()) {
            assertThat(configured.spec()).isEqualTo(registered.spec());
            assertThat(configured.reset(2)).isEqualTo(registered.reset(2));
            for (int i = 0; i < 5; i++) {
                Action action = registered.spec().actionSpace().sample(random);
                assertThat(configured.step(action).observation())
                        .isEqualTo(registered.step(action).observation());
            }
        }
        Set<String> options = ConfigFactory.defaultReference(ClassicTask.class.getClassLoader())
                .getConfig(id)
                .root()
                .keySet();
        assertThat(options).hasSize(Registered.of(id).settings().getClass().getRecordComponents().length);
    }
}
