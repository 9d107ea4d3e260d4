package org.ascentrl.settings.hocon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Defaults that a reference recommends with a choice. */
class RecommendedTest {

    record Training(int slots, int steps) {}

    record Run(Training training) {}

    record Epsilon(double epsilon) {}

    private static Settings.Builder references() {
        return Settings.builder()
                .reference("core.conf", """
                        algorithm = ppo
                        optimizer = adam
                        training { slots = 8, steps = 100 }
                        adam.epsilon = 1e-5
                        rmsprop.epsilon = 1e-5
                        recommended.algorithm.dqn { training.slots = 1, adam.epsilon = 1e-8 }
                        recommended.algorithm.a2c { optimizer = rmsprop }
                        """)
                .reference("plugin.conf", "recommended.algorithm { dqn.training.steps = 50, trpo.training.slots = 2 }");
    }

    /** Reads what the application that has these references would. */
    private static Settings read(Settings.Builder builder) {
        Settings settings = builder.build();
        settings.bind("", Run.class);
        settings.choose("algorithm", List.of("a2c", "dqn", "ppo", "trpo"));
        settings.choose("optimizer", List.of("adam", "rmsprop"))
                .ifPresent(optimizer -> settings.bind(optimizer.section(), Epsilon.class));
        return settings;
    }

    @Test
    void standAboveAllReferencesAndBelowEverythingElse() {
        assertThat(read(references()).bind("training", Training.class)).contains(new Training(8, 100));
        assertThat(read(references().set("algorithm=dqn")).bind("training", Training.class))
                .contains(new Training(1, 50));
        assertThat(read(references().set("algorithm=trpo")).bind("training", Training.class))
                .contains(new Training(2, 100));
        assertThat(read(references().set("training.slots=4").preset("p", "algorithm = dqn"))
                        .bind("training", Training.class))
                .contains(new Training(4, 50));
    }

    @Test
    void areDefaultsThatMayNameWhatIsNotChosen() {
        Settings settings = read(references().set("algorithm=dqn").set("optimizer=rmsprop"));

        assertThatCode(settings::check).doesNotThrowAnyException();
        assertThat(settings.render()).contains("slots = 1").doesNotContain("1e-8");
    }

    @Test
    void mayChoose() {
        Settings settings = read(references().set("algorithm=a2c"));

        settings.check();
        assertThat(settings.render()).contains("optimizer = rmsprop", "rmsprop { epsilon = 1e-5 }");
    }

    @Test
    void optionsOfADefaultThatALaterRecommendationChangesAreDropped() {
        assertThatCode(() -> read(references()
                                .preset("p", "adam.epsilon = 1e-4")
                                .set("algorithm=a2c"))
                        .check())
                .doesNotThrowAnyException();
        assertThatCode(() -> read(references()
                                .preset("p", "algorithm = a2c, rmsprop.epsilon = 1e-4")
                                .set("algorithm=dqn"))
                        .check())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> read(references().preset("p", "algorithm = a2c, adam.epsilon = 1e-4"))
                        .check())
                .hasMessage(
                        "adam.epsilon (preset p: 1): optimizer = rmsprop is chosen, not adam. Remove it, or choose it"
                                + " with optimizer = adam");
    }

    @Test
    void aWrongOneSaysWithWhichChoiceItCame() {
        assertThatThrownBy(() -> read(references()
                                .reference("bad.conf", "recommended.algorithm.dqn.training.slots = many")
                                .set("algorithm=dqn"))
                        .check())
                .hasMessage("training.slots = many (recommended with algorithm = dqn): must be a whole number");
    }

    @Test
    void areOfModulesOnly() {
        Settings settings =
                read(references().preset("p", "algorithm = dqn, recommended.algorithm.dqn.training.slots = 16"));

        assertThat(settings.bind("training", Training.class)).contains(new Training(1, 50));
        assertThatThrownBy(settings::check).hasMessageContaining("recommended (preset p: 1): no such key");
    }

    @Test
    void areExplainedAsSuch() {
        assertThat(read(references().set("algorithm=dqn").preset("p", "\ntraining.steps = 7"))
                        .explain())
                .isEqualTo("""
                        training.slots = 1                                 # recommended with algorithm = dqn
                        training.steps = 7                                 # preset p: 2
                        algorithm = dqn                                    # --set algorithm=dqn
                        optimizer = adam                                   # core.conf: 2
                        adam.epsilon = 1e-8                                # recommended with algorithm = dqn
                        """);
    }
}
