package org.ascentrl.env.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.check.EnvironmentChecker;
import org.ascentrl.env.check.EnvironmentChecker.Report;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Dict;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.env.space.Space;
import org.ascentrl.env.space.Tuple;
import org.ascentrl.env.vector.SyncVectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.ContinuousIdentityEnvironment;
import org.ascentrl.testing.EchoEnvironment;
import org.ascentrl.testing.IdentityEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What wrappers change, and that what they make keeps the contract of an environment. */
class WrappersTest {

    private static final Action RIGHT = Action.of(1);

    private static Environment identity() {
        return IdentityEnvironment.factory(new IdentityEnvironment.Settings(3, 8))
                .create();
    }

    private static Environment continuous() {
        return ContinuousIdentityEnvironment.factory(new ContinuousIdentityEnvironment.Settings(8))
                .create();
    }

    private static Environment echo(Space space) {
        return EchoEnvironment.factory(new EchoEnvironment.Settings(space, 6)).create();
    }

    static Stream<Arguments> wrapped() {
        return Stream.of(
                wrapped("ClipAction", continuous(), ClipAction::new),
                wrapped("RescaleAction", continuous(), e -> new RescaleAction(e, 0, 3)),
                wrapped("ClipReward", continuous(), e -> new ClipReward(e, -0.5, 0)),
                wrapped("TransformReward", identity(), e -> new TransformReward(e, r -> 1 - r)),
                wrapped(
                        "TransformObservation",
                        continuous(),
                        e -> LinearTransform.observation(new LinearTransform.Settings(2, 1), e)),
                wrapped(
                        "TransformAction",
                        continuous(),
                        e -> LinearTransform.action(new LinearTransform.Settings(2, 1), e)),
                wrapped("FrameStack", continuous(), e -> new FrameStack(e, 3, FrameStack.Padding.RESET)),
                wrapped("FrameStack of zeros", continuous(), e -> new FrameStack(e, 2, FrameStack.Padding.ZERO)),
                wrapped("TimeAwareObservation", continuous(), e -> new TimeAwareObservation(e, false)),
                wrapped("TimeAwareObservation, Discrete", identity(), e -> new TimeAwareObservation(e, true)),
                wrapped("StickyAction", identity(), e -> new StickyAction(e, 0.5, 1, 3)),
                wrapped("EpisodeStatistics", identity(), EpisodeStatistics::new),
                wrapped("TimeLimit", identity(), e -> new TimeLimit(e, 3)));
    }

    private static Arguments wrapped(String name, Environment environment, UnaryOperator<Environment> wrapper) {
        environment.close();
        boolean discrete = environment.spec().actionSpace() instanceof Discrete;
        return Arguments.of(name, wrapper, discrete);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void keepTheContract(String name, UnaryOperator<Environment> wrapper, boolean discrete) {
        Report report =
                EnvironmentChecker.check(() -> new StepGuard(wrapper.apply(discrete ? identity() : continuous())));
        assertThat(report.errors()).as(report.toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrapped")
    void stepTogetherInTheVectorForm(String name, UnaryOperator<Environment> wrapper, boolean discrete) {
        Environment environment = wrapper.apply(discrete ? identity() : continuous());
        try (var vector = new SyncVectorEnvironment(List.of(environment))) {
            assertThat(vector.spec()).isEqualTo(environment.spec());
        }
    }

    @Test
    void clipActionTakesAnything() {
        Environment clipped = new ClipAction(echo(Box.of(-1, 1, 2)));
        assertThat(clipped.spec().actionSpace()).isEqualTo(Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 2));
        clipped.reset(0);
        assertThat(clipped.step(Action.of(-7f, 0.5f)).observation()).containsExactly(-1, 0.5f);
        assertThat(clipped.step(Action.of(0f, 1e30f)).observation()).containsExactly(0, 1);
    }

    @Test
    void rescaleActionMapsBoundsOntoBounds() {
        Environment rescaled = new RescaleAction(echo(Box.of(new float[] {-2, 10}, new float[] {2, 20})), -1, 1);
        assertThat(rescaled.spec().actionSpace()).isEqualTo(Box.of(-1, 1, 2));
        rescaled.reset(0);
        assertThat(rescaled.step(Action.of(-1f, -1f)).observation()).containsExactly(-2, 10);
        assertThat(rescaled.step(Action.of(1f, 1f)).observation()).containsExactly(2, 20);
        assertThat(rescaled.step(Action.of(0f, 0.5f)).observation())
                .containsExactly(new float[] {0, 17.5f}, within(1e-5f));
    }

    @Test
    void actionWrappersRefuseChoices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClipAction(identity()))
                .withMessage("ClipAction is for environments whose actions are a Box; those of Identity-v0 are"
                        + " Discrete(3)");
        assertThatIllegalArgumentException().isThrownBy(() -> new RescaleAction(continuous(), 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RescaleAction(new ClipAction(continuous()), -1, 1))
                .withMessageContaining("-Infinity and Infinity; both must be finite");
    }

    @Test
    void clipRewardBoundsOneSideOrBoth() {
        assertThat(rewards(new ClipReward(new Counter(10), 2, 3))).containsExactly(2d, 2d, 3d, 3d);
        assertThat(rewards(new ClipReward(new Counter(10), Double.NEGATIVE_INFINITY, 2)))
                .containsExactly(1d, 2d, 2d, 2d);
        assertThatIllegalArgumentException().isThrownBy(() -> new ClipReward(new Counter(1), 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClipReward(new Counter(1), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .withMessage("ClipReward: there is no bound; give min-reward, max-reward or both");
    }

    @Test
    void transformRewardIsAFunction() {
        assertThat(rewards(new TransformReward(new Counter(10), r -> -r))).containsExactly(-1d, -2d, -3d, -4d);
    }

    private static List<Double> rewards(Environment environment) {
        environment.reset(0);
        return Stream.generate(() -> environment.step(RIGHT).reward()).limit(4).toList();
    }

    @Test
    void whatAWrapperDoesNotChangeStays() {
        Environment environment = new TransformReward(new Counter(1), r -> r);
        environment.reset(0);
        StepResult result = environment.step(RIGHT);
        assertThat(result.terminated()).isTrue();
        assertThat(result.truncated()).isFalse();
        assertThat(result.info()).isEqualTo(Map.of("steps", 1));
        boolean[] mask = new boolean[2];
        environment.actionMask(mask);
        assertThat(mask).containsExactly(true, false);
    }

    @Test
    void transformObservationBringsItsSpace() {
        Environment environment = LinearTransform.observation(new LinearTransform.Settings(0.5, -1), new Counter(10));
        assertThat(environment.spec().observationSpace()).isEqualTo(Box.of(-1, 49, 1));
        assertThat(environment.reset(0)).containsExactly(-1);
        assertThat(environment.step(RIGHT).observation()).containsExactly(-0.5f);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearTransform.observation(new LinearTransform.Settings(1, 0), identity()))
                .withMessageContaining("those of Identity-v0 are Discrete(3)");
    }

    @Test
    void transformActionTakesActionsOfItsSpace() {
        Environment environment = LinearTransform.action(new LinearTransform.Settings(0.5, 0), echo(Box.of(-1, 1, 1)));
        assertThat(environment.spec().actionSpace()).isEqualTo(Box.of(-2, 2, 1));
        environment.reset(0);
        assertThat(environment.step(Action.of(2f)).observation()).containsExactly(1);
        Environment swapped =
                new TransformAction(echo(new Discrete(2)), action -> Action.of(1 - action.integer(0)), new Discrete(2));
        swapped.reset(0);
        assertThat(swapped.step(Action.of(0)).observation()).containsExactly(0, 1);
    }

    @Test
    void frameStackShowsTheOldestFirst() {
        Environment stacked = new FrameStack(new Counter(10), 3, FrameStack.Padding.RESET);
        assertThat(stacked.spec().observationSpace()).isEqualTo(Box.of(0, 100, 3, 1));
        assertThat(stacked.reset(0)).containsExactly(0, 0, 0);
        assertThat(stacked.step(RIGHT).observation()).containsExactly(0, 0, 1);
        assertThat(stacked.step(RIGHT).observation()).containsExactly(0, 1, 2);
        assertThat(stacked.step(RIGHT).observation()).containsExactly(1, 2, 3);
        assertThat(stacked.reset()).containsExactly(0, 0, 0);
    }

    @Test
    void frameStackPadsWithWhatIsNextToZero() {
        Environment shifted = new TransformObservation(new Counter(9), o -> new float[] {o[0] + 5}, Box.of(2, 200, 1));
        Environment stacked = new FrameStack(shifted, 3, FrameStack.Padding.ZERO);
        assertThat(stacked.reset(0)).containsExactly(2, 2, 5);
        assertThat(stacked.step(RIGHT).observation()).containsExactly(2, 5, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameStack(identity(), 2, FrameStack.Padding.RESET))
                .withMessageContaining("those of Identity-v0 are Discrete(3)");
    }

    @Test
    void theTimeStandsWhereTheSpaceHasIt() {
        Environment box = new TimeAwareObservation(new TimeLimit(new Counter(9), 4), false);
        assertThat(box.spec().observationSpace()).isEqualTo(Box.of(new float[2], new float[] {100, 4}));
        box.reset(0);
        assertThat(box.step(RIGHT).observation()).containsExactly(1, 1);
        assertThat(box.step(RIGHT).observation()).containsExactly(2, 2);
        assertThat(box.reset()).containsExactly(0, 0);

        Environment discrete = new TimeAwareObservation(echo(new Discrete(2)), true);
        assertThat(discrete.spec().observationSpace())
                .isEqualTo(new Dict(Map.of("obs", new Discrete(2), "time", Box.of(0, 1, 1))));
        discrete.reset(0);
        assertThat(discrete.step(Action.of(1)).observation()).containsExactly(0, 1, 1 / 6f);

        Dict dict = new Dict(Map.of("a", Box.of(0, 1, 1), "z", new Discrete(2)));
        Environment inDict = new TimeAwareObservation(echo(dict), false);
        inDict.reset(0);
        assertThat(inDict.step(Action.of(new int[] {0}, new float[] {0.5f})).observation())
                .containsExactly(0.5f, 1, 1, 0);

        Environment inTuple = new TimeAwareObservation(echo(Tuple.of(new Discrete(2))), false);
        inTuple.reset(0);
        assertThat(inTuple.step(Action.of(0)).observation()).containsExactly(1, 0, 1);
    }

    @Test
    void theTimeNeedsALimitAndAFreeName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeAwareObservation(new Counter(3), false))
                .withMessage("TimeAwareObservation: Counter-v0 has no step limit. Put TimeLimit before it in wrappers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeAwareObservation(echo(new Dict(Map.of("time", new Discrete(2)))), false))
                .withMessageContaining("have a part time already");
    }

    @Test
    void sticksAsOftenAsItsProbabilitySays() {
        assertThat(stuck(0, 1, 1)).isZero();
        assertThat(stuck(0.25, 1, 1)).isEqualTo(0.25, within(0.02));
        // A series of k repeats starts with probability p in a step outside of one: kp / (1 + (k − 1) p) of all steps.
        assertThat(stuck(0.25, 3, 3)).isEqualTo(0.75 / 1.5, within(0.02));
        assertThat(stuck(0.25, 1, 5)).isEqualTo(0.75 / 1.5, within(0.03));
    }

    /** The share of steps that repeat: each asks for another action than the last one that was taken. */
    private static double stuck(double probability, int min, int max) {
        MultiDiscrete space = MultiDiscrete.of(2);
        EchoEnvironment.Settings settings = new EchoEnvironment.Settings(space, 100_000);
        Environment sticky = new StickyAction(EchoEnvironment.factory(settings).create(), probability, min, max);
        sticky.reset(1);
        int last = (int) sticky.step(Action.of(0)).observation()[1];
        assertThat(last).as("the first step cannot repeat").isZero();
        int repeated = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            int taken = (int) sticky.step(Action.of(1 - last)).observation()[1];
            repeated += taken == last ? 1 : 0;
            last = taken;
        }
        return (double) repeated / steps;
    }

    @Test
    void stickyActionsDoNotOutliveAnEpisode() {
        Environment sticky = new StickyAction(echo(new Discrete(2)), 0.999, 50, 50);
        NumpyGenerator random = new NumpyGenerator(0);
        sticky.reset(0);
        for (int episode = 0; episode < 20; episode++) {
            sticky.reset();
            int first = random.nextInt(2);
            assertThat(sticky.step(Action.of(first)).observation()[first]).isEqualTo(1);
            assertThat(sticky.step(Action.of(1 - first)).observation()[first]).isEqualTo(1);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new StickyAction(identity(), 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StickyAction(identity(), 0.5, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StickyAction(identity(), 0.5, 2, 1));
    }
}
