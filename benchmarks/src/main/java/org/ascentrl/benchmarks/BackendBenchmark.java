package org.ascentrl.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ascentrl.Ascent;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.Observations;
import org.ascentrl.experience.Progress;
import org.ascentrl.nn.Activation;
import org.ascentrl.optim.Adam;
import org.ascentrl.optim.AdamSettings;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.policy.Policy;
import org.ascentrl.policy.network.MlpSettings;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.wiring.Experiment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A policy of 8 observations and 4 actions on each tensor backend: to act on rows, and to learn from them with Adam. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class BackendBenchmark {

    private static final int FEATURES = 8;
    private static final int CHOICES = 4;

    @Param({"ejml", "nd4j", "djl"})
    public String backend = "";

    @Param({"16", "64 64", "256 256"})
    public String hidden = "";

    @Param("64")
    public int rows;

    private Experiment experiment;
    private Tensors tensors;
    private Policy policy;
    private PolicyActor actor;
    private Optimizer optimizer;
    private float[] observations;
    private float[] weights;
    private Actions actions;
    private ActRequest request;

    @Setup
    public void open() {
        experiment = Ascent.experiment()
                .set("environment=CartPole-v1")
                .set("backend=" + backend)
                .build();
        tensors = experiment.learner().tensors();
        EnvironmentSpec spec = new EnvironmentSpec(
                "Benchmark-v0",
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Box.of(-10, 10, FEATURES),
                new Discrete(CHOICES));
        List<Integer> units =
                Arrays.stream(hidden.split(" ")).map(Integer::valueOf).toList();
        NumpyGenerator random = new NumpyGenerator(1);
        policy = Perceptrons.policy(new MlpSettings(units, Activation.TANH), spec, random, tensors);
        actor = new PolicyActor(policy, tensors);
        optimizer = new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0.5), policy.parameters(), tensors);
        observations = new float[rows * FEATURES];
        weights = new float[rows];
        fill(observations, random);
        fill(weights, random);
        actions = Actions.of(spec.actionSpace(), rows);
        request = new ActRequest(
                Observations.of(observations, FEATURES),
                Masks.ALL,
                new float[0],
                RowRandom.shared(random),
                new Progress(0, 1),
                true);
    }

    private static void fill(float[] values, NumpyGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }

    @TearDown
    public void close() {
        experiment.close();
    }

    /** Samples an action for each row. */
    @Benchmark
    public Actions act() {
        actor.act(request, actions);
        return actions;
    }

    /** Forward, backward and Adam: the loss of REINFORCE. */
    @Benchmark
    public double update() {
        try (org.ascentrl.tensor.Scope scope = tensors.scope()) {
            Tensor logPi = policy.distribution(Observations.of(observations, FEATURES), Masks.ALL)
                    .logProb(actions);
            return optimizer.minimize(
                    logPi.mul(tensors.of(weights, rows)).mean().neg(), 1e-4);
        }
    }
}
