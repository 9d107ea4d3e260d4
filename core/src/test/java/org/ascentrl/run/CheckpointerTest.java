package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ascentrl.collect.Collector;
import org.ascentrl.sink.CsvSink;
import org.ascentrl.sink.SinkSetup;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.Listener;
import org.ascentrl.training.TrainingContext;
import org.ascentrl.training.UpdateReport;
import org.ascentrl.wiring.Experiment;
import org.ascentrl.wiring.Learner;
import org.ascentrl.wiring.TestPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointerTest {

    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path directory;

    /** How good the policy was after an update, and its actor with its input normalizer. */
    private record Moment(double score, Snapshot actor) {}

    /** Keeps each moment that has a score. */
    private static final class Moments implements Listener {

        private final boolean evaluated;
        private OptionalDouble evaluation = OptionalDouble.empty();
        private final List<Moment> all = new ArrayList<>();

        Moments(boolean evaluated) {
            this.evaluated = evaluated;
        }

        @Override
        public void evaluated(Evaluation greedy) {
            evaluation = OptionalDouble.of(greedy.meanReturn());
        }

        @Override
        public void updated(UpdateReport update) {
            score(update.training())
                    .ifPresent(score -> all.add(new Moment(
                            score, Snapshot.of(update.training().algorithm().actor()))));
            evaluation = OptionalDouble.empty();
        }

        private OptionalDouble score(TrainingContext training) {
            if (evaluated) {
                return evaluation;
            }
            return training.bestMeanReturn().isPresent() ? training.meanReturn() : OptionalDouble.empty();
        }

        /** The first that no other exceeds. */
        Moment best() {
            return all.stream()
                    .reduce((best, next) -> next.score() > best.score() ? next : best)
                    .orElseThrow();
        }
    }

    /** 100 updates, at each of which a run of this budget is looked at; a high learning rate makes some of them worse. */
    private Moments train(Checkpoints checkpoints, boolean evaluated) {
        Moments moments = new Moments(evaluated);
        try (Experiment experiment = TestPlugin.experiment(
                        "training.steps=2000",
                        "training.stop-when-solved=false",
                        "networks.normalize-input=true",
                        "reinforce.learning-rate.from=0.3",
                        "training.evaluation={ every = " + (evaluated ? 100 : 0) + ", episodes = 5 }");
                Collector collector = experiment.collector()) {
            CsvSink metrics = new CsvSink(new SinkSetup(directory, 0));
            Checkpointer checkpointer = new Checkpointer(checkpoints, List.of(metrics), NEVER, evaluated);
            Learner learner = experiment.learner();
            experiment
                    .trainer(learner, collector, List.of(metrics, checkpointer, moments))
                    .train();
        }
        return moments;
    }

    private void theBestIsThatOfTheBestScore(boolean evaluated) {
        Checkpoints checkpoints = new Checkpoints(directory.resolve("checkpoints"), 1);
        Moments moments = train(checkpoints, evaluated);
        Moment best = moments.best();
        Moment last = moments.all.get(moments.all.size() - 1);
        assertThat(last.actor())
                .as("a run whose last policy is its best shows nothing")
                .isNotEqualTo(best.actor());
        assertThat(checkpoints.bestScore()).hasValue(best.score());
        Snapshot saved = checkpoints.bestActor().orElseThrow();
        assertThat(saved.sha256()).isEqualTo(best.actor().sha256());
        assertThat(saved.names()).contains("policy.normalizer.mean", "policy.head.weight");
    }

    @Test
    void theBestIsThatOfTheHighestMeanReturn() {
        theBestIsThatOfTheBestScore(false);
    }

    @Test
    void theBestIsThatOfTheHighestEvaluation() {
        theBestIsThatOfTheBestScore(true);
    }
}
