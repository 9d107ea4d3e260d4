package org.ascentrl.env.check;

import java.util.List;
import java.util.function.Supplier;
import org.ascentrl.env.Environment;

/**
 * Checks that an environment keeps the contract of {@link Environment}: plays random episodes, replays them, and makes
 * calls that the environment must refuse. Run it in a test of your own environment until the report is clean.
 *
 * <pre>{@code
 * Report report = EnvironmentChecker.check(() -> factory.create(settings));
 * assertThat(report.findings()).as(report.toString()).isEmpty();
 * }</pre>
 */
public final class EnvironmentChecker {

    private EnvironmentChecker() {}

    /**
     * Plays a few episodes of at most 10,000 steps in each of about ten instances.
     *
     * @param make creates a new instance with the same settings each time; the checker closes it
     */
    public static Report check(Supplier<Environment> make) {
        return new EnvironmentCheckerRun(make).run();
    }

    /** The severity of a finding: it breaks the contract, or only makes learning hard. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The rules that are checked, with the numbers of the section "Environment" of {@code core/SPI.md}. */
    public enum Rule {
        E01("spec() is the same each time", "Make the spec once, in the constructor, and return that one."),
        E02(
                "an observation has the length of its space's flat view, and finite numbers",
                "Return spec().observationSpace().flatSize() numbers; look for divisions by zero and overflows."),
        E03("an observation is in the observation space", "Widen the bounds of the space, or clip the observation."),
        E04("a reward is finite", "Look for divisions by zero, logarithms of zero and overflows."),
        E05(
                "two instances with the same seed and actions give the same bits, info included",
                "Draw every random number from a generator that reset(seed) seeds; use no clock, no thread, and nothing"
                        + " whose order varies."),
        E06(
                "reset(seed) starts the same episode after any use",
                "Let reset set every field that step reads, and reset(seed) seed the generator again."),
        E07(
                "reset() goes on with the random numbers of the last episode",
                "Let reset() draw from the generator that reset(seed) seeded, without seeding it again."),
        E08(
                "a negative seed is refused with an IllegalArgumentException",
                "Wrap the environment with EnvironmentFactory.registered, which refuses it."),
        E09(
                "a step before the first reset is refused with an IllegalStateException",
                "Wrap the environment with EnvironmentFactory.registered, which refuses it."),
        E10(
                "a step after the episode's end is refused with an IllegalStateException",
                "Wrap the environment with EnvironmentFactory.registered, which refuses it."),
        E11(
                "an action outside the space is refused with an IllegalArgumentException, and changes nothing",
                "Wrap the environment with EnvironmentFactory.registered, which refuses it."),
        E12(
                "an array that reset or step returned is the caller's, to keep and to change",
                "Return a new array each time."),
        E13(
                "actionMask sets every entry, and allows a choice while the episode goes on",
                "Set each entry of the array, true or false; end the episode where nothing can be done."),
        E14(
                "the step that reaches the limit of the spec truncates the episode",
                "Wrap the environment with EnvironmentFactory.registered, which truncates it."),
        E15("close may be called twice", "Let the second call do nothing."),
        E16(
                "legal use throws nothing, and returns no null",
                "Read the exception; play the named seed to reproduce it."),
        E17("instances do not influence each other", "Keep no state in static fields, and share no generator."),
        E18(
                "render draws, at the size that is asked for, and changes nothing else",
                "Draw from the fields without writing them, and draw no random number; override render() alone, unless"
                        + " a scaled picture is not good enough."),
        W01(
                "the numbers of an action are bounded, around 0, and near 1 in size",
                "Let the action space be Box.of(-1, 1, n), and scale the action in step: policies start with actions of"
                        + " about that size."),
        W02(
                "observations vary",
                "Show the agent what its action changes; if there is nothing, end the episode after one step."),
        W03("an episode ends", "Give the spec a step limit: what learns from whole episodes waits for their end.");

        private final String statement;
        private final String advice;

        Rule(String statement, String advice) {
            this.statement = statement;
            this.advice = advice;
        }

        /** The statement of the rule. */
        public String statement() {
            return statement;
        }

        /** The advice for an environment that breaks the rule. */
        public String advice() {
            return advice;
        }

        public Severity severity() {
            return name().startsWith("E") ? Severity.ERROR : Severity.WARNING;
        }
    }

    /**
     * A rule that was broken.
     *
     * @param what the first violation, with seed, step (from 1) and action
     */
    public record Finding(Rule rule, String what) {

        @Override
        public String toString() {
            return rule.severity() + " " + rule + ": " + rule.statement() + ".\n  What happened: " + what
                    + "\n  What to do: " + rule.advice();
        }
    }

    /**
     * Returns the findings, at most one for each rule, in the order of the rules.
     *
     * @param environment its id
     * @param episodes the number of episodes started, replays included
     * @param steps the number of steps taken
     */
    public record Report(String environment, long episodes, long steps, List<Finding> findings) {

        public List<Finding> errors() {
            return of(Severity.ERROR);
        }

        public List<Finding> warnings() {
            return of(Severity.WARNING);
        }

        private List<Finding> of(Severity severity) {
            return findings.stream()
                    .filter(f -> f.rule().severity() == severity)
                    .toList();
        }

        /** Returns a text for people: one line, then a paragraph for each finding. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(environment + ": " + count(errors(), "error") + ", "
                    + count(warnings(), "warning") + ", in " + episodes + " episodes and " + steps + " steps");
            findings.forEach(finding -> text.append("\n\n").append(finding));
            return text.toString();
        }

        private static String count(List<Finding> findings, String noun) {
            return findings.size() + " " + noun + (findings.size() == 1 ? "" : "s");
        }
    }
}
