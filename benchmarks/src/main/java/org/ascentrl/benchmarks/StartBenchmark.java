package org.ascentrl.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ascentrl.Ascent;
import org.ascentrl.wiring.Experiment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From settings to the first 500 steps of CartPole, with one update or more, in a JVM that has just started. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {

    @Param({"ejml", "nd4j", "djl"})
    public String backend = "";

    @Benchmark
    public void firstSteps() {
        try (Experiment experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("backend=" + backend)
                .set("training.steps=500")
                .build()) {
            experiment.train();
        }
    }
}
