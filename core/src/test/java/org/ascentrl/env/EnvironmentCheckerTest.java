package org.ascentrl.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ascentrl.env.EnvironmentChecker.Report;
import org.ascentrl.env.EnvironmentChecker.Rule;
import org.ascentrl.env.wrapper.StepGuard;
import org.ascentrl.env.wrapper.Wrapper;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.FaultyEnvironment;
import org.ascentrl.testing.FaultyEnvironment.Fault;
import org.ascentrl.testing.IdentityEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the checker finds an environment that breaks it, and no other rule is blamed. */
class EnvironmentCheckerTest {

    private static final int STEPS = 8;

    @ParameterizedTest
    @EnumSource(Rule.class)
    void findsWhatBreaksARuleAndNothingElse(Rule rule) {
        Report report = EnvironmentChecker.check(breaking(rule));
        assertThat(report.findings())
                .as(report.toString())
                .extracting(EnvironmentChecker.Finding::rule)
                .containsExactly(rule);
    }

    private static Supplier<Environment> breaking(Rule rule) {
        return switch (rule) {
            case E01 -> () -> new ForgetfulSpec(identity());
            case E02 -> () -> faulty(Fault.NAN_OBSERVATION);
            case E03 -> () -> new NarrowSpace(identity());
            case E04 -> () -> faulty(Fault.NAN_REWARD);
            case E05 -> {
                AtomicInteger instances = new AtomicInteger();
                yield () -> new NumberedInfo(identity(), instances.incrementAndGet());
            }
            case E06 -> () -> new FadingReward(identity());
            case E07 -> () -> new RepeatedStart(identity());
            case E08 -> () -> new AnySeed(identity());
            case E09 -> () -> new SelfStarting(identity());
            case E10 -> () -> new SelfRestarting(identity());
            case E11 -> () -> new AnyAction(identity());
            case E12 -> () -> new OneArray(identity());
            case E13 -> () -> new NothingAllowed(identity());
            case E14 -> () -> new WrongLimit(identity());
            case E15 -> () -> new ClosedOnce(identity());
            case E16 -> () -> faulty(Fault.EXCEPTION);
            case E17 -> {
                AtomicInteger lastSeed = new AtomicInteger();
                yield () -> new SharedSeed(identity(), lastSeed);
            }
            case E18 -> () -> new RestlessRendering(identity());
            case W01 -> () -> new StepGuard(new PositiveActions(continuous()));
            case W02 -> () -> new IdentityEnvironment.Factory().create(new IdentityEnvironment.Settings(1, STEPS));
            case W03 -> () -> new StepGuard(new Endless(identity()));
        };
    }

    private static Environment identity() {
        return new IdentityEnvironment.Factory().create(new IdentityEnvironment.Settings(3, STEPS));
    }

    private static Environment continuous() {
        return new ContinuousIdentityEnvironment.Factory().create(new ContinuousIdentityEnvironment.Settings(STEPS));
    }

    private static Environment faulty(Fault fault) {
        return new FaultyEnvironment.Factory().create(new FaultyEnvironment.Settings(fault, 3));
    }

    @Test
    void findsNothingInASoundEnvironment() {
        Report report = EnvironmentChecker.check(EnvironmentCheckerTest::identity);
        assertThat(report.findings()).isEmpty();
        assertThat(report)
                .hasToString("Identity-v0: 0 errors, 0 warnings, in " + report.episodes() + " episodes and "
                        + report.steps() + " steps");
    }

    @Test
    void saysWhereItHappenedAndWhatToDo() {
        Report report = EnvironmentChecker.check(() -> faulty(Fault.EXCEPTION));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.errors()).hasSize(1);
        assertThat(report.toString()).isEqualTo("""
                        Faulty-v0: 1 error, 0 warnings, in %d episodes and %d steps

                        ERROR E16: legal use throws nothing, and returns no null.
                          What happened: seed 0, step 3, action 1: java.lang.IllegalStateException: the motor is stuck
                          What to do: Read the exception; play the named seed to reproduce it.""", report.episodes(), report.steps());
    }

    @Test
    void aLongObservationIsNoReasonToStop() {
        assertThat(EnvironmentChecker.check(() -> faulty(Fault.LONG_OBSERVATION))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E02);
                    assertThat(finding.what())
                            .startsWith("seed 0, step 3, action 1: observation [0.0, 0.0] has 2 numbers");
                });
    }

    @Test
    void anInstanceThatCannotBeMadeIsAFinding() {
        Report report = EnvironmentChecker.check(() -> {
            throw new IllegalStateException("no display");
        });
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.E16);
            assertThat(finding.what()).contains("no display");
        });
    }

    @Test
    void findsARefusedActionThatMovedTheEnvironment() {
        assertThat(EnvironmentChecker.check(() -> new MovingRefusal(identity())).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E11);
                    assertThat(finding.what()).startsWith("after refused actions: seed 0, step 1, action ");
                });
    }

    @Test
    void findsStateThatTheCallerCanOverwrite() {
        assertThat(EnvironmentChecker.check(() -> new StepGuard(new OpenState(identity())))
                        .findings())
                .extracting(EnvironmentChecker.Finding::rule)
                .containsExactly(Rule.E12);
    }

    @Test
    void findsAMaskThatIsNotFilled() {
        assertThat(EnvironmentChecker.check(() -> new PartialMask(identity())).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E13);
                    assertThat(finding.what()).startsWith("seed 0, reset: an array of false became ");
                });
    }

    @Test
    void comparesArraysInInfoByTheirElements() {
        assertThat(EnvironmentChecker.check(() -> new ArrayInfo(identity())).findings())
                .isEmpty();
    }

    @Test
    void theRulesStandInTheSpiDocument() throws IOException {
        String document = Files.readString(Path.of("SPI.md"));
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(document).contains("**" + rule + "** "));
    }

    private static final class ForgetfulSpec extends Wrapper {
        private int calls;

        ForgetfulSpec(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            calls++;
            EnvironmentSpec spec = super.spec();
            return new EnvironmentSpec(
                    spec.id(),
                    spec.maxEpisodeSteps(),
                    OptionalDouble.of(calls),
                    spec.observationSpace(),
                    spec.actionSpace());
        }
    }

    private static final class NarrowSpace extends Wrapper {
        NarrowSpace(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec().withSpaces(Box.of(0, 0.5f, 3), super.spec().actionSpace());
        }
    }

    private static final class NumberedInfo extends Wrapper {
        private final int number;

        NumberedInfo(Environment inner, int number) {
            super(inner);
            this.number = number;
        }

        @Override
        public StepResult step(Action action) {
            return withInfo(super.step(action), Map.of("instance", number));
        }
    }

    private static final class ArrayInfo extends Wrapper {
        ArrayInfo(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            return withInfo(super.step(action), Map.of("position", new double[] {1, 2}));
        }
    }

    private static StepResult withInfo(StepResult r, Map<String, Object> info) {
        return new StepResult(r.observation(), r.reward(), r.terminated(), r.truncated(), info);
    }

    private static StepResult withReward(StepResult r, double reward) {
        return new StepResult(r.observation(), reward, r.terminated(), r.truncated(), r.info());
    }

    private static final class FadingReward extends Wrapper {
        private int steps;

        FadingReward(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            steps++;
            return withReward(super.step(action), 1.0 / steps);
        }
    }

    private static final class RepeatedStart extends Wrapper {
        private long seed;

        RepeatedStart(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long newSeed) {
            seed = newSeed;
            return super.reset(newSeed);
        }

        @Override
        public float[] reset() {
            return super.reset(seed);
        }
    }

    private static final class AnySeed extends Wrapper {
        AnySeed(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            return super.reset(Math.max(0, seed));
        }
    }

    private static final class SelfStarting extends Wrapper {
        private boolean started;

        SelfStarting(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            started = true;
            return super.reset(seed);
        }

        @Override
        public StepResult step(Action action) {
            if (!started) {
                reset(0);
            }
            return super.step(action);
        }
    }

    private static final class SelfRestarting extends Wrapper {
        private boolean done;

        SelfRestarting(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            done = false;
            return super.reset(seed);
        }

        @Override
        public StepResult step(Action action) {
            if (done) {
                super.reset();
            }
            StepResult result = super.step(action);
            done = result.done();
            return result;
        }
    }

    private static final class AnyAction extends Wrapper {
        AnyAction(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            return super.step(spec().actionSpace().contains(action) ? action : Action.of(0));
        }
    }

    private static final class MovingRefusal extends Wrapper {
        MovingRefusal(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            if (!spec().actionSpace().contains(action)) {
                super.step(Action.of(0));
            }
            return super.step(action);
        }
    }

    private static final class OneArray extends Wrapper {
        private final float[] shared = new float[3];

        OneArray(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            return share(super.reset(seed));
        }

        @Override
        public float[] reset() {
            return share(super.reset());
        }

        @Override
        public StepResult step(Action action) {
            StepResult r = super.step(action);
            return new StepResult(share(r.observation()), r.reward(), r.terminated(), r.truncated(), r.info());
        }

        private float[] share(float[] observation) {
            System.arraycopy(observation, 0, shared, 0, shared.length);
            return shared;
        }
    }

    /** Rewards by the last observation that it gave away. */
    private static final class OpenState extends Wrapper {
        private float[] last = {};

        OpenState(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            last = super.reset(seed);
            return last;
        }

        @Override
        public float[] reset() {
            last = super.reset();
            return last;
        }

        @Override
        public StepResult step(Action action) {
            double reward = Double.isNaN(last[0]) ? -1 : last[0];
            StepResult result = super.step(action);
            last = result.observation();
            return withReward(result, reward);
        }
    }

    private static final class NothingAllowed extends Wrapper {
        NothingAllowed(Environment inner) {
            super(inner);
        }

        @Override
        public void actionMask(boolean[] out) {
            Arrays.fill(out, false);
        }
    }

    private static final class PartialMask extends Wrapper {
        PartialMask(Environment inner) {
            super(inner);
        }

        @Override
        public void actionMask(boolean[] out) {
            out[0] = true;
        }
    }

    private static final class WrongLimit extends Wrapper {
        WrongLimit(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec().withMaxEpisodeSteps(STEPS - 1);
        }
    }

    private static final class ClosedOnce extends Wrapper {
        private boolean closed;

        ClosedOnce(Environment inner) {
            super(inner);
        }

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            closed = true;
        }
    }

    private static final class SharedSeed extends Wrapper {
        private final AtomicInteger lastSeed;

        SharedSeed(Environment inner, AtomicInteger lastSeed) {
            super(inner);
            this.lastSeed = lastSeed;
        }

        @Override
        public float[] reset(long seed) {
            float[] observation = super.reset(seed);
            lastSeed.set((int) seed);
            return observation;
        }

        @Override
        public StepResult step(Action action) {
            return withReward(super.step(action), lastSeed.get());
        }
    }

    private static final class RestlessRendering extends Wrapper {
        private int pictures;

        RestlessRendering(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            return withReward(super.step(action), pictures);
        }

        @Override
        public Optional<Frame> render() {
            pictures++;
            return Optional.of(new Frame(1, 1, new int[1]));
        }
    }

    private static final class PositiveActions extends Wrapper {
        PositiveActions(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec().withSpaces(super.spec().observationSpace(), Box.of(0, 1, 1));
        }
    }

    private static final class Endless extends Wrapper {
        Endless(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            EnvironmentSpec spec = super.spec();
            return new EnvironmentSpec(
                    spec.id(),
                    OptionalInt.empty(),
                    spec.rewardThreshold(),
                    spec.observationSpace(),
                    spec.actionSpace());
        }

        @Override
        public StepResult step(Action action) {
            StepResult result = super.step(action);
            if (result.done()) {
                super.reset();
            }
            return new StepResult(result.observation(), result.reward(), false);
        }
    }
}
