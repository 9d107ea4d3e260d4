package org.ascentrl.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.ascentrl.Ascent;
import org.ascentrl.collect.Collector;
import org.ascentrl.wiring.Experiment;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private static void train(ProgressDisplay display) {
        try (Experiment experiment = Ascent.experiment()
                        .set("environment=CartPole-v1")
                        .set("training.steps=3000")
                        .build();
                Collector collector = experiment.collector();
                display) {
            experiment
                    .trainer(experiment.learner(), collector, List.of(display))
                    .train();
        }
    }

    @Test
    void drawsABar() {
        List<String> drawn = new ArrayList<>();
        train(new ProgressBarDisplay(new DelegatingProgressBarConsumer(drawn::add, 79)));
        assertThat(drawn).isNotEmpty().allSatisfy(bar -> assertThat(bar).hasSizeLessThanOrEqualTo(79));
        assertThat(drawn.get(drawn.size() - 1))
                .startsWith("training 100% |")
                .containsPattern("3\\d\\d\\d/3\\d\\d\\d ")
                .containsPattern("return \\d+\\.\\d / 475$");
    }

    @Test
    void isLinesWhereThereIsNoTerminal() {
        StringWriter out = new StringWriter();
        try (ProgressDisplay display = ProgressDisplay.on(new PrintWriter(out))) {
            train(display);
        }
        assertThat(out.toString().lines())
                .first()
                .asString()
                .isEqualTo("training on CartPole-v1 for at most 3,000 steps");
        assertThat(out.toString()).containsPattern("3,\\d\\d\\d steps +100 %  return \\d+\\.\\d / 475  \\d+ episodes");
    }
}
