package org.ascentrl.env.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.wrapper.Wrapper;

/** Wrappers that each break one rule of the contract, and no other. */
final class BrokenEnvironments {

    private BrokenEnvironments() {}

    static final class ForgetfulSpec extends Wrapper {
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

    static final class NarrowSpace extends Wrapper {
        NarrowSpace(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec().withSpaces(Box.of(0, 0.5f, 3), super.spec().actionSpace());
        }
    }

    static final class NumberedInfo extends Wrapper {
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

    static final class ArrayInfo extends Wrapper {
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

    static final class FadingReward extends Wrapper {
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

    static final class RepeatedStart extends Wrapper {
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

    static final class AnySeed extends Wrapper {
        AnySeed(Environment inner) {
            super(inner);
        }

        @Override
        public float[] reset(long seed) {
            return super.reset(Math.max(0, seed));
        }
    }

    static final class SelfStarting extends Wrapper {
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

    static final class SelfRestarting extends Wrapper {
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

    static final class AnyAction extends Wrapper {
        AnyAction(Environment inner) {
            super(inner);
        }

        @Override
        public StepResult step(Action action) {
            return super.step(spec().actionSpace().contains(action) ? action : Action.of(0));
        }
    }

    static final class MovingRefusal extends Wrapper {
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

    static final class OneArray extends Wrapper {
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
    static final class OpenState extends Wrapper {
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

    static final class NothingAllowed extends Wrapper {
        NothingAllowed(Environment inner) {
            super(inner);
        }

        @Override
        public void actionMask(boolean[] out) {
            Arrays.fill(out, false);
        }
    }

    static final class PartialMask extends Wrapper {
        PartialMask(Environment inner) {
            super(inner);
        }

        @Override
        public void actionMask(boolean[] out) {
            out[0] = true;
        }
    }

    static final class WrongLimit extends Wrapper {
        WrongLimit(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec()
                    .withMaxEpisodeSteps(super.spec().maxEpisodeSteps().getAsInt() - 1);
        }
    }

    static final class ClosedOnce extends Wrapper {
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

    static final class SharedSeed extends Wrapper {
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

    static final class RestlessRendering extends Wrapper {
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

    /** Draws pictures of one size, whatever it is asked for. */
    static final class OneSize extends Wrapper {
        OneSize(Environment inner) {
            super(inner);
        }

        @Override
        public Optional<Frame> render() {
            return Optional.of(new Frame(3, 2, new int[6]));
        }

        @Override
        public Optional<Frame> render(int width, int height) {
            return render();
        }
    }

    static final class PositiveActions extends Wrapper {
        PositiveActions(Environment inner) {
            super(inner);
        }

        @Override
        public EnvironmentSpec spec() {
            return super.spec().withSpaces(super.spec().observationSpace(), Box.of(0, 1, 1));
        }
    }

    static final class Endless extends Wrapper {
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
