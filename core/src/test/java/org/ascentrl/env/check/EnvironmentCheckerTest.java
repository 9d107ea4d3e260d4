package org.ascentrl.env.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ascentrl.env.Environment;
import org.ascentrl.env.check.EnvironmentChecker.Report;
import org.ascentrl.env.check.EnvironmentChecker.Rule;
import org.ascentrl.env.wrapper.StepGuard;
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
            case E01 -> () -> new BrokenEnvironments.ForgetfulSpec(identity());
            case E02 -> () -> faulty(Fault.NAN_OBSERVATION);
            case E03 -> () -> new BrokenEnvironments.NarrowSpace(identity());
            case E04 -> () -> faulty(Fault.NAN_REWARD);
            case E05 -> {
                AtomicInteger instances = new AtomicInteger();
                yield () -> new BrokenEnvironments.NumberedInfo(identity(), instances.incrementAndGet());
            }
            case E06 -> () -> new BrokenEnvironments.FadingReward(identity());
            case E07 -> () -> new BrokenEnvironments.RepeatedStart(identity());
            case E08 -> () -> new BrokenEnvironments.AnySeed(identity());
            case E09 -> () -> new BrokenEnvironments.SelfStarting(identity());
            case E10 -> () -> new BrokenEnvironments.SelfRestarting(identity());
            case E11 -> () -> new BrokenEnvironments.AnyAction(identity());
            case E12 -> () -> new BrokenEnvironments.OneArray(identity());
            case E13 -> () -> new BrokenEnvironments.NothingAllowed(identity());
            case E14 -> () -> new BrokenEnvironments.WrongLimit(identity());
            case E15 -> () -> new BrokenEnvironments.ClosedOnce(identity());
            case E16 -> () -> faulty(Fault.EXCEPTION);
            case E17 -> {
                AtomicInteger lastSeed = new AtomicInteger();
                yield () -> new BrokenEnvironments.SharedSeed(identity(), lastSeed);
            }
            case E18 -> () -> new BrokenEnvironments.RestlessRendering(identity());
            case W01 -> () -> new StepGuard(new BrokenEnvironments.PositiveActions(continuous()));
            case W02 ->
                () -> IdentityEnvironment.factory(new IdentityEnvironment.Settings(1, STEPS))
                        .create();
            case W03 -> () -> new StepGuard(new BrokenEnvironments.Endless(identity()));
        };
    }

    private static Environment identity() {
        return IdentityEnvironment.factory(new IdentityEnvironment.Settings(3, STEPS))
                .create();
    }

    private static Environment continuous() {
        return ContinuousIdentityEnvironment.factory(new ContinuousIdentityEnvironment.Settings(STEPS))
                .create();
    }

    private static Environment faulty(Fault fault) {
        return FaultyEnvironment.factory(new FaultyEnvironment.Settings(fault, 3))
                .create();
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
        assertThat(EnvironmentChecker.check(() -> new BrokenEnvironments.MovingRefusal(identity()))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E11);
                    assertThat(finding.what()).startsWith("after refused actions: seed 0, step 1, action ");
                });
    }

    @Test
    void findsStateThatTheCallerCanOverwrite() {
        assertThat(EnvironmentChecker.check(() -> new StepGuard(new BrokenEnvironments.OpenState(identity())))
                        .findings())
                .extracting(EnvironmentChecker.Finding::rule)
                .containsExactly(Rule.E12);
    }

    @Test
    void findsAMaskThatIsNotFilled() {
        assertThat(EnvironmentChecker.check(() -> new BrokenEnvironments.PartialMask(identity()))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E13);
                    assertThat(finding.what()).startsWith("seed 0, reset: an array of false became ");
                });
    }

    @Test
    void findsPicturesOfAnotherSizeThanAskedFor() {
        assertThat(EnvironmentChecker.check(() -> new BrokenEnvironments.OneSize(identity()))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.E18);
                    assertThat(finding.what()).isEqualTo("seed 0, reset: render(90, 60) drew 3 x 2 pixels");
                });
    }

    @Test
    void comparesArraysInInfoByTheirElements() {
        assertThat(EnvironmentChecker.check(() -> new BrokenEnvironments.ArrayInfo(identity()))
                        .findings())
                .isEmpty();
    }

    @Test
    void theRulesStandInTheSpiDocument() throws IOException {
        String document = Files.readString(Path.of("SPI.md"));
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(document).contains("**" + rule + "** "));
    }
}
