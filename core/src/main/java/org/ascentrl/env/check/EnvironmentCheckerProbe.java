package org.ascentrl.env.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.check.EnvironmentChecker.Rule;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Space;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** An instance under check. It keeps track of its seed, step and action, for the findings. */
final class EnvironmentCheckerProbe {

    /** Thrown when a legal call throws or returns null; the instance is then discarded. */
    static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Broken(String message, @Nullable RuntimeException cause) {
            super(message, cause);
        }
    }

    /** The view after a reset or a step. */
    record Moment(StepResult result, boolean[] mask) {

        /** Returns a copy, which later changes to the environment's arrays do not reach. */
        Moment copy() {
            return new Moment(
                    new StepResult(
                            result.observation().clone(),
                            result.reward(),
                            result.terminated(),
                            result.truncated(),
                            result.info()),
                    mask.clone());
        }

        /** Returns a description of the difference from another moment, or null. */
        @Nullable
        String difference(Moment other) {
            StepResult a = result;
            StepResult b = other.result;
            if (!Arrays.equals(a.observation(), b.observation())) {
                return "observation " + Arrays.toString(b.observation()) + ", instead of "
                        + Arrays.toString(a.observation());
            }
            if (Double.compare(a.reward(), b.reward()) != 0) {
                return "reward " + b.reward() + ", instead of " + a.reward();
            }
            if (a.terminated() != b.terminated() || a.truncated() != b.truncated()) {
                return "terminated " + b.terminated() + ", truncated " + b.truncated() + ", instead of "
                        + a.terminated() + ", " + a.truncated();
            }
            if (!sameInfo(a.info(), b.info())) {
                return "info " + b.info() + ", instead of " + a.info();
            }
            return Arrays.equals(mask, other.mask)
                    ? null
                    : "action mask " + Arrays.toString(other.mask) + ", instead of " + Arrays.toString(mask);
        }

        private static boolean sameInfo(Map<String, Object> a, Map<String, Object> b) {
            return a.keySet().equals(b.keySet())
                    && a.keySet().stream().allMatch(key -> Objects.deepEquals(a.get(key), b.get(key)));
        }
    }

    /**
     * An episode, or its beginning; {@code moments} begins with that of the reset, so it has one more than
     * {@code actions}.
     */
    record Episode(long seed, List<Action> actions, List<Moment> moments) {

        Moment last() {
            return moments.get(moments.size() - 1);
        }

        boolean done() {
            return last().result().done();
        }
    }

    private final Environment environment;
    private final EnvironmentSpec spec;
    private final BiConsumer<Rule, String> found;
    private long episodes;
    private long steps;
    private String place = "before the first reset";

    EnvironmentCheckerProbe(Environment environment, BiConsumer<Rule, String> found) {
        this.environment = environment;
        this.spec = environment.spec();
        this.found = found;
    }

    Environment environment() {
        return environment;
    }

    long episodes() {
        return episodes;
    }

    long steps() {
        return steps;
    }

    /** Returns the current position, such as {@code seed 3, step 7, action 1}. */
    String place() {
        return place;
    }

    Moment reset(long seed) {
        place = "seed " + seed + ", reset";
        return start(() -> environment.reset(seed));
    }

    Moment reset() {
        place = "a reset without a seed";
        return start(environment::reset);
    }

    private Moment start(Supplier<float[]> reset) {
        episodes++;
        try {
            float[] observation = Objects.requireNonNull(reset.get(), "reset returned null");
            return new Moment(new StepResult(observation, 0, false), mask());
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    Moment step(long seed, long step, Action action) {
        place = "seed " + seed + ", step " + step + ", action " + action;
        steps++;
        try {
            StepResult result = Objects.requireNonNull(environment.step(action), "step returned null");
            Objects.requireNonNull(result.observation(), "the observation is null");
            Objects.requireNonNull(result.info(), "the info is null");
            return new Moment(result, mask());
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private Broken broken(RuntimeException e) {
        return e instanceof Broken broken ? broken : new Broken(place + ": " + e, e);
    }

    private boolean[] mask() {
        boolean[] mask = new boolean[spec.actionSpace().choices()];
        boolean[] again = mask.clone();
        Arrays.fill(again, true);
        environment.actionMask(mask);
        environment.actionMask(again);
        if (!Arrays.equals(mask, again)) {
            found.accept(
                    Rule.E13,
                    place + ": an array of false became " + Arrays.toString(mask) + ", one of true "
                            + Arrays.toString(again));
        }
        return mask;
    }

    /** Plays an episode with actions drawn from the space, of at most {@code limit} steps. */
    Episode play(long seed, int limit) {
        NumpyGenerator random = new NumpyGenerator(seed);
        List<Action> actions = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        List<Moment> copies = new ArrayList<>();
        Moment moment = reset(seed);
        while (true) {
            moments.add(moment);
            copies.add(moment.copy());
            checkNumbers(moment);
            if (moment.result().done() || actions.size() == limit) {
                break;
            }
            Action action = draw(moment.mask(), random);
            actions.add(action);
            moment = step(seed, actions.size(), action);
        }
        for (int i = 0; i < moments.size(); i++) {
            if (!Arrays.equals(
                    moments.get(i).result().observation(),
                    copies.get(i).result().observation())) {
                found.accept(
                        Rule.E12,
                        "seed " + seed + ": the observation after step " + i + " was "
                                + Arrays.toString(copies.get(i).result().observation())
                                + ", and a later step changed it to "
                                + Arrays.toString(moments.get(i).result().observation()));
                break;
            }
        }
        return new Episode(seed, actions, copies);
    }

    private void checkNumbers(Moment moment) {
        float[] observation = moment.result().observation();
        Space space = spec.observationSpace();
        String shown = place + ": observation " + Arrays.toString(observation);
        if (observation.length != space.flatSize()) {
            found.accept(
                    Rule.E02, shown + " has " + observation.length + " numbers, " + space + " has " + space.flatSize());
        } else if (!allFinite(observation)) {
            found.accept(Rule.E02, shown + " is not finite");
        } else if (!space.containsFlat(observation)) {
            found.accept(Rule.E03, shown + " is not in " + space);
        }
        if (!Double.isFinite(moment.result().reward())) {
            found.accept(Rule.E04, place + ": reward " + moment.result().reward());
        }
    }

    private static boolean allFinite(float[] numbers) {
        for (float x : numbers) {
            if (!Float.isFinite(x)) {
                return false;
            }
        }
        return true;
    }

    private Action draw(boolean[] mask, NumpyGenerator random) {
        Space space = spec.actionSpace();
        try {
            return space.sample(random, mask);
        } catch (IllegalArgumentException e) {
            found.accept(Rule.E13, place + ": the episode goes on, but " + e.getMessage());
            return space.sample(random);
        }
    }

    /** Plays an episode again, step by step. */
    final class Replay {

        private final Episode episode;
        private int step = -1;
        private @Nullable Moment moment;

        private Replay(Episode episode) {
            this.episode = episode;
        }

        boolean hasNext() {
            return step < episode.actions().size();
        }

        /** Resets, or takes the next step; returns a description of the difference from the episode, or null. */
        @Nullable
        String next() {
            step++;
            moment = step == 0
                    ? reset(episode.seed())
                    : step(episode.seed(), step, episode.actions().get(step - 1));
            String difference = episode.moments().get(step).difference(moment);
            return difference == null ? null : place + ": " + difference;
        }

        /** The observation of the last reset or step, as the environment returned it. */
        float[] observation() {
            return Objects.requireNonNull(moment).result().observation();
        }
    }

    Replay replay(Episode episode) {
        return new Replay(episode);
    }

    /** Replays the first steps of an episode; returns a description of the first difference, or null. */
    @Nullable
    String compare(Episode episode, int limit) {
        Replay replay = replay(episode);
        String difference = replay.next();
        for (int i = 0; i < limit && difference == null && replay.hasNext(); i++) {
            difference = replay.next();
        }
        return difference;
    }

    @Nullable
    String compare(Episode episode) {
        return compare(episode, Integer.MAX_VALUE);
    }
}
