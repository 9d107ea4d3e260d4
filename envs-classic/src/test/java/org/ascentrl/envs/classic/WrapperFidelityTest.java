package org.ascentrl.envs.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ascentrl.env.Environment;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Box;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.testing.Json;
import org.ascentrl.wiring.Bootstrap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Episodes that Gymnasium 1.4.0 played through its wrappers, chosen here by settings. */
class WrapperFidelityTest {

    static List<Map<String, Object>> episodes() {
        return Json.lines(WrapperFidelityTest.class, "/golden/wrappers.jsonl");
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void anEpisodeThroughAWrapper(Map<String, Object> episode) {
        try (Environment environment = wrapped(episode)) {
            Box space = (Box) environment.spec().observationSpace();
            assertThat(space.shape()).isEqualTo(Json.integers(episode.get("space")));
            assertThat(environment.reset(((Number) episode.get("seed")).longValue()))
                    .containsExactly(Json.floats(episode.get("obs0")));
            List<?> actions = (List<?>) episode.get("actions");
            for (int i = 0; i < actions.size(); i++) {
                StepResult result = environment.step(action(actions.get(i)));
                assertThat(result.observation())
                        .as("observation %s", i)
                        .containsExactly(Json.floats(((List<?>) episode.get("obs")).get(i)), within(1e-6f));
                assertThat(result.reward())
                        .as("reward %s", i)
                        .isEqualTo(Json.doubles(episode.get("reward"))[i], within(1e-8));
                assertThat(result.terminated()).isEqualTo(Json.integers(episode.get("terminated"))[i] == 1);
                assertThat(result.truncated()).isEqualTo(Json.integers(episode.get("truncated"))[i] == 1);
            }
        }
    }

    private static Environment wrapped(Map<String, Object> episode) {
        String wrapper = (String) episode.get("wrapper");
        Settings.Builder builder = Settings.builder()
                .references(ClassicTask.class.getClassLoader())
                .set("environment=" + episode.get("env"))
                .set("wrappers=[" + wrapper + "]");
        Json.map(episode.get("settings")).forEach((key, value) -> builder.set(wrapper + "." + key + "=" + value));
        return Bootstrap.discover().environment(builder.build()).create();
    }

    private static Action action(Object json) {
        return json instanceof Number number ? Action.of(number.intValue()) : Action.of(Json.floats(json));
    }
}
