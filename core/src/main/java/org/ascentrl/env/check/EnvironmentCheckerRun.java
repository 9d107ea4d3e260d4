package org.ascentrl.env.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.check.EnvironmentChecker.Finding;
import org.ascentrl.env.check.EnvironmentChecker.Report;
import org.ascentrl.env.check.EnvironmentChecker.Rule;
import org.ascentrl.env.check.EnvironmentCheckerProbe.Broken;
import org.ascentrl.env.check.EnvironmentCheckerProbe.Episode;
import org.ascentrl.env.check.EnvironmentCheckerProbe.Moment;
import org.ascentrl.env.render.Frame;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.random.NumpyGenerator;
import org.jspecify.annotations.Nullable;

/** One run of the checker: each check has an instance of its own, and the first finding of a rule is kept. */
final class EnvironmentCheckerRun {

    private static final int EPISODES = 3;
    private static final int STEPS_WITH_LIMIT = 10_000;
    private static final int STEPS_WITHOUT_LIMIT = 1_000;
    private static final int STARTS = 32;
    private static final int RENDERED_STEPS = 10;
    private static final int FRAME_WIDTH = 90;
    private static final int FRAME_HEIGHT = 60;

    private final Supplier<Environment> make;
    private final Map<Rule, Finding> findings = new EnumMap<>(Rule.class);
    private final List<Episode> played = new ArrayList<>();
    private String id = "the environment";
    private long episodes;
    private long steps;

    EnvironmentCheckerRun(Supplier<Environment> make) {
        this.make = make;
    }

    Report run() {
        with(this::checkSpec);
        if (!findings.containsKey(Rule.E16)) {
            with(this::checkMisuse);
            with(this::play);
        }
        if (played.size() == EPISODES) {
            checkClose();
            with(this::checkStepAfterEnd);
            with(probe -> played.forEach(episode -> found(Rule.E05, probe.compare(episode))));
            if (!findings.containsKey(Rule.E05)) {
                with(this::checkReset);
            }
            if (!findings.containsKey(Rule.E05) && !findings.containsKey(Rule.E06)) {
                with(this::checkContinuation);
                with(this::checkRefusedActions);
                with(this::checkReturnedArrays);
                with(this::checkRendering);
                with(this::checkIndependence);
            }
        }
        return new Report(id, episodes, steps, List.copyOf(findings.values()));
    }

    private void found(Rule rule, @Nullable String what) {
        if (what != null) {
            findings.putIfAbsent(rule, new Finding(rule, what));
        }
    }

    /** Runs a check on a new instance. */
    private void with(Consumer<EnvironmentCheckerProbe> check) {
        try (Environment environment = make.get()) {
            EnvironmentCheckerProbe probe = new EnvironmentCheckerProbe(environment, this::found);
            try {
                check.accept(probe);
            } catch (Broken e) {
                found(Rule.E16, e.getMessage());
            } finally {
                episodes += probe.episodes();
                steps += probe.steps();
            }
        } catch (RuntimeException e) {
            found(Rule.E16, "making, describing or closing an instance: " + e);
        }
    }

    private void checkSpec(EnvironmentCheckerProbe probe) {
        EnvironmentSpec spec = probe.environment().spec();
        id = spec.id();
        probe.reset(0);
        EnvironmentSpec again = probe.environment().spec();
        if (!spec.equals(again)) {
            found(Rule.E01, spec + " became " + again);
        }
        if (spec.actionSpace() instanceof Box box) {
            found(Rule.W01, unusualBounds(box));
        }
    }

    private static @Nullable String unusualBounds(Box box) {
        for (int i = 0; i < box.reals(); i++) {
            boolean symmetric = box.low(i) == -box.high(i);
            if (!symmetric || box.high(i) < 0.1f || box.high(i) > 10) {
                return "number " + i + " of an action lies between " + box.low(i) + " and " + box.high(i);
            }
        }
        return null;
    }

    private void checkMisuse(EnvironmentCheckerProbe probe) {
        Environment environment = probe.environment();
        Action action = environment.spec().actionSpace().sample(new NumpyGenerator(0));
        found(
                Rule.E09,
                EnvironmentCheckerMisuse.refused(
                        IllegalStateException.class, "step(" + action + ")", () -> environment.step(action)));
        found(
                Rule.E08,
                EnvironmentCheckerMisuse.refused(
                        IllegalArgumentException.class, "reset(-1)", () -> environment.reset(-1)));
    }

    private void play(EnvironmentCheckerProbe probe) {
        EnvironmentSpec spec = probe.environment().spec();
        int limit = spec.maxEpisodeSteps().orElse(STEPS_WITHOUT_LIMIT);
        for (int seed = 0; seed < EPISODES; seed++) {
            Episode episode = probe.play(seed, Math.min(limit, STEPS_WITH_LIMIT));
            played.add(episode);
            int length = episode.actions().size();
            StepResult last = episode.last().result();
            if (spec.maxEpisodeSteps().isEmpty()) {
                found(Rule.W03, last.done() ? null : "no step limit, and no end within " + length + " steps at random");
            } else if (length == limit && !last.truncated()) {
                found(Rule.E14, probe.place() + " is at the limit, but not truncated");
            }
        }
        found(Rule.W02, constant());
    }

    private @Nullable String constant() {
        float[] start = played.get(0).last().result().observation();
        boolean constant = played.stream()
                .flatMap(episode -> episode.moments().stream())
                .allMatch(moment -> Arrays.equals(moment.result().observation(), start));
        boolean longer = played.stream().anyMatch(episode -> episode.actions().size() > 1);
        return constant && longer
                ? "each observation of " + EPISODES + " episodes was " + Arrays.toString(start)
                : null;
    }

    private void checkStepAfterEnd(EnvironmentCheckerProbe probe) {
        for (Episode episode : played) {
            if (probe.compare(episode) == null && episode.done()) {
                Action action = episode.actions().get(0);
                found(
                        Rule.E10,
                        EnvironmentCheckerMisuse.refused(
                                IllegalStateException.class,
                                probe.place() + " ended the episode; then step(" + action + ")",
                                () -> probe.environment().step(action)));
            }
        }
    }

    private void checkClose() {
        boolean closed = false;
        try {
            Environment environment = make.get();
            environment.reset(0);
            environment.close();
            closed = true;
            environment.close();
        } catch (RuntimeException e) {
            found(closed ? Rule.E15 : Rule.E16, "making an instance, a reset, and close() twice: " + e);
        }
    }

    private void checkReset(EnvironmentCheckerProbe probe) {
        Episode first = played.get(0);
        Episode second = played.get(1);
        probe.compare(first);
        found(Rule.E06, when("reset after a whole episode", probe.compare(first)));
        probe.compare(second, second.actions().size() / 2);
        found(Rule.E06, when("reset in the middle of an episode", probe.compare(first)));
        probe.reset();
        found(Rule.E06, when("reset after a reset without a seed", probe.compare(second)));
    }

    private static @Nullable String when(String how, @Nullable String difference) {
        return difference == null ? null : how + ": " + difference;
    }

    private void checkContinuation(EnvironmentCheckerProbe probe) {
        Episode episode = played.get(0);
        probe.compare(episode);
        List<Moment> continued = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            continued.add(probe.reset().copy());
        }
        with(other -> {
            other.compare(episode);
            for (int i = 0; i < STARTS; i++) {
                String difference = continued.get(i).difference(other.reset());
                if (difference != null) {
                    found(
                            Rule.E07,
                            "seed " + episode.seed() + ", the same episode in two instances, then reset() " + (i + 1)
                                    + " of each: " + difference);
                    return;
                }
            }
        });
        Set<String> starts = new HashSet<>();
        for (Moment moment : continued) {
            starts.add(Arrays.toString(moment.result().observation()));
        }
        if (starts.size() == 1 && startsAreRandom(probe)) {
            found(
                    Rule.E07,
                    STARTS + " calls of reset() all gave " + starts.iterator().next()
                            + ", but seeds give different starts");
        }
    }

    /**
     * Returns whether no initial observation occurs in more than half of the episodes; then many equal starts in a row
     * are not due to chance.
     */
    private static boolean startsAreRandom(EnvironmentCheckerProbe probe) {
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < STARTS; seed++) {
            counts.merge(Arrays.toString(probe.reset(seed).result().observation()), 1, Integer::sum);
        }
        return counts.values().stream().allMatch(count -> count <= STARTS / 2);
    }

    private void checkRefusedActions(EnvironmentCheckerProbe probe) {
        Environment environment = probe.environment();
        Episode episode = played.get(0);
        EnvironmentCheckerProbe.Replay replay = probe.replay(episode);
        replay.next();
        for (Action action :
                EnvironmentCheckerMisuse.forbidden(environment.spec().actionSpace())) {
            String call = "seed " + episode.seed() + ", step 1, action " + action;
            found(
                    Rule.E11,
                    EnvironmentCheckerMisuse.refused(
                            IllegalArgumentException.class, call, () -> environment.step(action)));
        }
        while (replay.hasNext() && !findings.containsKey(Rule.E11)) {
            found(Rule.E11, when("after refused actions", replay.next()));
        }
    }

    private void checkReturnedArrays(EnvironmentCheckerProbe probe) {
        EnvironmentCheckerProbe.Replay replay = probe.replay(played.get(0));
        while (replay.hasNext()) {
            found(Rule.E12, when("each observation overwritten by the caller", replay.next()));
            Arrays.fill(replay.observation(), Float.NaN);
        }
    }

    private void checkRendering(EnvironmentCheckerProbe probe) {
        EnvironmentCheckerProbe.Replay replay = probe.replay(played.get(0));
        for (int i = 0; replay.hasNext(); i++) {
            found(Rule.E18, when("render after the first steps", replay.next()));
            if (i <= RENDERED_STEPS) {
                found(Rule.E18, render(probe));
            }
        }
    }

    private static String drawn(Optional<Frame> frame) {
        return frame.map(f -> "drew " + f.width() + " x " + f.height() + " pixels")
                .orElse("drew nothing");
    }

    private static @Nullable String render(EnvironmentCheckerProbe probe) {
        try {
            Optional<Frame> frame = probe.environment().render();
            Optional<Frame> sized = probe.environment().render(FRAME_WIDTH, FRAME_HEIGHT);
            if (frame == null || sized == null) {
                return probe.place() + ": render returned null";
            }
            if (frame.isPresent() != sized.isPresent()) {
                return probe.place() + ": render() " + drawn(frame) + ", render(" + FRAME_WIDTH + ", " + FRAME_HEIGHT
                        + ") " + drawn(sized);
            }
            boolean asAsked = sized.stream().allMatch(f -> f.width() == FRAME_WIDTH && f.height() == FRAME_HEIGHT);
            return asAsked
                    ? null
                    : probe.place() + ": render(" + FRAME_WIDTH + ", " + FRAME_HEIGHT + ") " + drawn(sized);
        } catch (RuntimeException e) {
            return probe.place() + ": render threw " + e;
        }
    }

    private void checkIndependence(EnvironmentCheckerProbe probe) {
        with(other -> {
            EnvironmentCheckerProbe.Replay first = probe.replay(played.get(0));
            EnvironmentCheckerProbe.Replay second = other.replay(played.get(1));
            while (first.hasNext() || second.hasNext()) {
                found(Rule.E17, first.hasNext() ? when("two instances stepped in turn", first.next()) : null);
                found(Rule.E17, second.hasNext() ? when("two instances stepped in turn", second.next()) : null);
            }
        });
    }
}
