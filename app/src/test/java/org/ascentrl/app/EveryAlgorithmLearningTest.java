package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every algorithm learns with its defaults: {@code ascent train --set environment=X --set algorithm=Y}. */
@Tag("learning")
class EveryAlgorithmLearningTest {

    @TempDir
    Path directory;

    /** Random play has a mean return of 22 on CartPole-v1, of -500 on Acrobot-v1, of -1238 on Pendulum-v1. */
    @ParameterizedTest
    @CsvSource({
        "CartPole-v1, reinforce, 200000, 400",
        "CartPole-v1, a2c, 200000, 400",
        "CartPole-v1, ppo, 200000, 400",
        "CartPole-v1, dqn, 30000, 100",
        "CartPole-v1, qr-dqn, 20000, 100",
        "Acrobot-v1, ppo, 120000, -200",
        "Acrobot-v1, dqn, 20000, -200",
        "Pendulum-v1, sac, 10000, -300",
        "Pendulum-v1, td3, 10000, -300",
        "Pendulum-v1, ddpg, 10000, -300",
    })
    void learnsWithoutAPreset(String environment, String algorithm, long steps, double reached) {
        Invocation trained = Invocation.of(
                "train",
                "--json",
                "--video-episodes",
                "0",
                "--set",
                "environment=" + environment,
                "--set",
                "algorithm=" + algorithm,
                "--set",
                "training.steps=" + steps,
                "--run",
                directory.resolve("run").toString());

        assertThat(trained.status()).as(trained.err()).isZero();
        Map<?, ?> greedy = (Map<?, ?>) ((Map<?, ?>) trained.json().get("evaluation")).get("greedy");
        assertThat(((Number) greedy.get("mean")).doubleValue()).isGreaterThan(reached);
    }
}
