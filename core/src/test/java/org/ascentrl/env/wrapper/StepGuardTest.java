package org.ascentrl.env.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.ascentrl.env.space.Action;
import org.junit.jupiter.api.Test;

class StepGuardTest {

    private static final Action RIGHT = Action.of(1);

    private final Counter counter = new Counter(3);
    private final StepGuard environment = new StepGuard(counter);

    @Test
    void refusesAStepBeforeTheFirstReset() {
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(RIGHT))
                .withMessage("Counter-v0: step before reset. Call reset first.");
    }

    @Test
    void refusesAStepAfterTheEnd() {
        environment.reset(0);
        environment.step(RIGHT);
        environment.step(RIGHT);
        assertThat(environment.step(RIGHT).terminated()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(RIGHT))
                .withMessage("Counter-v0: step after the episode's end. Call reset first.");
        environment.reset();
        assertThat(environment.step(RIGHT).done()).isFalse();
    }

    @Test
    void refusesAnActionOutsideTheSpaceAndGoesOn() {
        environment.reset(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> environment.step(Action.of(2)))
                .withMessage("Counter-v0: action 2 is not in Discrete(2)");
        assertThat(environment.step(RIGHT).observation()).containsExactly(1);
    }

    @Test
    void refusesANegativeSeedAndLeavesTheEpisode() {
        environment.reset(0);
        environment.step(RIGHT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> environment.reset(-3))
                .withMessage("Counter-v0: seed -3; a seed must not be negative");
        assertThat(environment.step(RIGHT).observation()).containsExactly(2);
    }

    @Test
    void refusesAStepAfterAFailureUntilAResetSucceeds() {
        environment.reset(0);
        counter.fails = true;
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(RIGHT))
                .withMessage("broken");
        counter.fails = false;
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(RIGHT))
                .withMessageContaining("Call reset first.");
        counter.fails = true;
        assertThatIllegalStateException().isThrownBy(() -> environment.reset(1)).withMessage("broken");
        counter.fails = false;
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.step(RIGHT))
                .withMessageContaining("Call reset first.");
        environment.reset(1);
        assertThat(environment.step(RIGHT).observation()).containsExactly(1);
    }

    @Test
    void passesOnWhatItDoesNotChange() {
        assertThat(environment.inner()).isSameAs(counter);
        assertThat(environment.spec()).isEqualTo(counter.spec());
        boolean[] mask = new boolean[2];
        environment.actionMask(mask);
        assertThat(mask).containsExactly(true, false);
        assertThat(environment.render()).isPresent();
        environment.close();
        assertThat(counter.closed).isTrue();
    }
}
