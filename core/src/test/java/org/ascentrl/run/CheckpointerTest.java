package org.ascentrl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ascentrl.collect.Collector;
import org.ascentrl.state.Snapshot;
import org.ascentrl.training.Callback;
import org.ascentrl.training.Evaluation;
import org.ascentrl.training.PeriodicEvaluation;
import org.ascentrl.training.TrainingContext;
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
    private static final class Moments implements Callback {

        private final boolean evaluated;
        private final List<Moment> all = new ArrayList<>();

        Moments(boolean evaluated) {
            this.evaluated = evaluated;
        }

        @Override
        public void updated(TrainingContext context) {
            score(context)
                    .ifPresent(score -> all.add(
                            new Moment(score, Snapshot.of(context.algorithm().actor()))));
        }

        private OptionalDouble score(TrainingContext context) {
            if (evaluated) {
                return context.evaluation().map(Evaluation::meanReturn).stream()
                        .mapToDouble(x -> x)
                        .findFirst();
            }
            return context.bestMeanReturn().isPresent() ? context.meanReturn() : OptionalDouble.empty();
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
                        "training.steps=2000", "networks.normalize-input=true", "reinforce.learning-rate.from=0.3");
                Collector collector = experiment.collector();
                CsvSink metrics = new CsvSink(directory.resolve("metrics.csv"), 0)) {
            List<Callback> callbacks = new ArrayList<>();
            if (evaluated) {
                callbacks.add(new PeriodicEvaluation(experiment.evaluator(5), 100));
            }
            callbacks.addAll(List.of(metrics, new Checkpointer(checkpoints, metrics, NEVER, evaluated), moments));
            Learner learner = experiment.learner();
            experiment.trainer(learner, collector, callbacks).train();
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
