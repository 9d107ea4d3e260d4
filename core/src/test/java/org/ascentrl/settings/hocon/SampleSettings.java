package org.ascentrl.settings.hocon;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascentrl.settings.Setting;

/** Records as an application has them, and how it reads them. */
final class SampleSettings {

    record Run(@Setting("Seed of every random stream.") long seed) {}

    record Training(
            @Setting(value = "Environment steps.", min = 1) int steps,
            @Setting("Whether to stop early.") boolean stopWhenSolved,
            @Setting("Periodic evaluation.") Evaluation evaluation,

            @Setting(value = "Time between checkpoints.", min = 0, exclusiveMin = true)
            Duration checkpointEvery,

            @Setting("Where results go.") Optional<String> directory,
            @Setting("A second evaluation.") Optional<Evaluation> finalEvaluation) {}

    record Evaluation(
            @Setting(value = "Updates between.", min = 0) int every, int episodes) {}

    enum Returns {
        NONE,
        EPISODE,
        BATCH,
        RUNNING_MEAN
    }

    record Schedule(@Setting(value = "First.", min = 0) double from, double to) {
        Schedule {
            if (to > from) {
                throw new IllegalArgumentException("to must not be greater than from, " + from);
            }
        }
    }

    record Reinforce(
            @Setting(value = "Discount.", min = 0, max = 1) double discount,
            @Setting("What returns are normalized over.") Returns returns,
            Schedule learningRate,
            @Setting(value = "Hidden units.", min = 1) List<Integer> hidden) {}

    record Adam(
            @Setting(value = "Epsilon.", min = 0, max = 0.1, exclusiveMin = true)
            double epsilon,

            @Setting(value = "Clip.", min = 0, exclusiveMin = true)
            Optional<Double> clipNorm) {}

    record RmsProp(
            double momentum,
            @Setting(value = "Smoothing.", max = 1) double smoothing) {}

    record CartPole(boolean suttonBartoReward) {}

    record Pendulum(double gravity) {}

    record Ejml(String kernels) {}

    record Nd4j(String device) {}

    record TimeLimit(int steps) {}

    record ClipAction(double low) {}

    private static final Map<String, Class<? extends Record>> ENVIRONMENTS =
            Map.of("CartPole-v1", CartPole.class, "Pendulum-v1", Pendulum.class);
    private static final Map<String, Class<? extends Record>> ALGORITHMS = Map.of("reinforce", Reinforce.class);
    private static final Map<String, Class<? extends Record>> OPTIMIZERS =
            Map.of("adam", Adam.class, "rmsprop", RmsProp.class);
    private static final Map<String, Class<? extends Record>> BACKENDS = Map.of("ejml", Ejml.class, "nd4j", Nd4j.class);
    private static final Map<String, Class<? extends Record>> WRAPPERS =
            Map.of("TimeLimit", TimeLimit.class, "ClipAction", ClipAction.class);

    private SampleSettings() {}

    static void read(Settings settings) {
        settings.bind("", Run.class);
        choose(settings, "environment", ENVIRONMENTS);
        choose(settings, "algorithm", ALGORITHMS);
        choose(settings, "optimizer", OPTIMIZERS);
        choose(settings, "backend", BACKENDS);
        settings.chooseAll("wrappers", WRAPPERS.keySet())
                .forEach(choice -> settings.bind(choice.section(), WRAPPERS.get(choice.offer())));
        settings.bind("training", Training.class);
        settings.check();
    }

    private static void choose(Settings settings, String selector, Map<String, Class<? extends Record>> known) {
        settings.choose(selector, known.keySet())
                .ifPresent(choice -> settings.bind(choice.section(), known.get(choice.offer())));
    }
}
