package org.ascentrl.envs.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.testing.Json;
import org.ascentrl.testing.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Episodes that Gymnasium 1.4.0 recorded, on Box2D 2.3.10 of Python. A walker touches the ground all the time, so that
 * differences in rounding grow: tolerances are those that were measured.
 */
class BipedalWalkerFidelityTest {

    /** Where the processor multiplies and adds at once, episodes part within a few steps. */
    private static final boolean FUSED = System.getProperty("os.arch").equals("aarch64");

    static List<Map<String, Object>> traces() {
        return Json.lines(BipedalWalkerFidelityTest.class, "/golden/BipedalWalker-v3.jsonl").stream()
                .filter(line -> !line.containsKey("header"))
                .toList();
    }

    static List<Map<String, Object>> seeded() {
        return Json.lines(BipedalWalkerFidelityTest.class, "/golden/seeded.jsonl").stream()
                .filter(episode -> ((String) episode.get("env")).startsWith("BipedalWalker"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theTerrain(Map<String, Object> trace) {
        boolean hardcore = (Boolean) Json.map(trace.get("config")).get("hardcore");
        WalkerTerrain terrain = WalkerTerrain.draw(hardcore, new NumpyGenerator(seed(trace)));
        assertThat(terrain.y()).containsExactly(Json.doubles(trace.get("terrain_y")), within(1e-12));
        List<?> obstacles = hardcore ? (List<?>) trace.get("terrain_polygons") : List.of();
        assertThat(terrain.obstacles()).hasSameSizeAs(obstacles);
        for (int i = 0; i < obstacles.size(); i++) {
            assertThat(sorted(terrain.obstacles().get(obstacles.size() - 1 - i)))
                    .as("obstacle %s", i)
                    .containsExactly(sorted(flat(obstacles.get(i))), within(1e-6));
        }
    }

    private static double[] flat(Object corners) {
        return ((List<?>) corners)
                .stream()
                        .flatMap(corner -> ((List<?>) corner).stream())
                        .mapToDouble(number -> ((Number) number).doubleValue())
                        .toArray();
    }

    /** As float32, all x, then all y: Box2D turns corners around. */
    private static double[] sorted(double[] corners) {
        int half = corners.length / 2;
        double[] sorted = new double[corners.length];
        for (int i = 0; i < half; i++) {
            sorted[i] = (float) corners[2 * i];
            sorted[half + i] = (float) corners[2 * i + 1];
        }
        Arrays.sort(sorted, 0, half);
        Arrays.sort(sorted, half, corners.length);
        return sorted;
    }

    @ParameterizedTest
    @MethodSource("traces")
    void anEpisode(Map<String, Object> trace) {
        Recorded recorded = Recorded.of(trace);
        boolean whole = !((String) trace.get("name")).startsWith("heuristic");
        try (Environment environment =
                Registered.of("BipedalWalker-v3", Json.map(trace.get("config"))).create()) {
            assertThat(environment.reset(seed(trace)))
                    .containsExactly(Json.floats(trace.get("initial_obs")), within(1e-6f));
            if (whole) {
                checkSteps(environment, recorded, recorded.steps(), 2e-3f, 5e-3);
            } else {
                checkSteps(environment, recorded, 80, 1e-3f, 5e-3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void anEpisodeOfASeedAndTheNext(Map<String, Object> episode) {
        try (Environment environment = Registered.of((String) episode.get("env"), Json.map(episode.get("config")))
                .create()) {
            assertThat(environment.reset(seed(episode)))
                    .containsExactly(Json.floats(episode.get("obs0")), within(1e-6f));
            checkSteps(environment, Recorded.of(episode), 10, 1e-3f, 5e-3);
            assertThat(environment.reset()).containsExactly(Json.floats(episode.get("second_reset")), within(1e-6f));
        }
    }

    private static void checkSteps(
            Environment environment, Recorded recorded, int steps, float tolerance, double rewardTolerance) {
        for (int i = 0; i < (FUSED ? 1 : steps); i++) {
            StepResult result = environment.step(recorded.action(i));
            recorded.check(i, result, tolerance, rewardTolerance);
        }
    }

    private static long seed(Map<String, Object> episode) {
        return ((Number) episode.get("seed")).longValue();
    }
}
