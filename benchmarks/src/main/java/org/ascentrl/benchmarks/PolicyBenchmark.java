package org.ascentrl.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.ascentrl.actor.ActRequest;
import org.ascentrl.actor.PolicyActor;
import org.ascentrl.backend.ejml.EjmlBackend;
import org.ascentrl.backend.ejml.KernelProvider;
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
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Microseconds of what a policy with tanh layers does: to act, sampling included, and one update, which is the policy
 * gradient's loss, its gradients and a step of Adam. A network is written inputs-hidden-..-actions, then x rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolicyBenchmark {

    @Param({"VECTOR", "EJML"})
    public KernelProvider kernels = KernelProvider.AUTO;

    @Param({"4-16-2x1", "8-64-64-4x64", "8-64-64-4x512", "256-256-256-4x256"})
    public String network = "";

    private Tensors tensors;
    private Policy policy;
    private PolicyActor actor;
    private Optimizer optimizer;
    private int rows;
    private float[] observations;
    private float[] weights;
    private Actions actions;
    private ActRequest request;

    @Setup
    public void open() {
        String[] parts = network.split("x", -1);
        List<Integer> widths =
                Arrays.stream(parts[0].split("-", -1)).map(Integer::valueOf).toList();
        rows = Integer.parseInt(parts[1]);
        int inputs = widths.get(0);
        Discrete choices = new Discrete(widths.get(widths.size() - 1));
        EnvironmentSpec spec = new EnvironmentSpec(
                "Made-v0",
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Box.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, inputs),
                choices);
        MlpSettings hidden = new MlpSettings(widths.subList(1, widths.size() - 1), Activation.TANH);
        NumpyGenerator random = new NumpyGenerator(1);
        tensors = Tensors.on(new EjmlBackend(kernels));
        policy = Perceptrons.policy(hidden, spec, random, tensors);
        actor = new PolicyActor(policy, tensors);
        optimizer = new Adam(new AdamSettings(0.9, 0.999, 1e-5, 0.5), policy.parameters(), tensors);
        observations = Inputs.normal(random, rows * inputs);
        weights = Inputs.normal(random, rows);
        actions = Actions.of(choices, rows);
        request = new ActRequest(
                Observations.of(observations, observations.length / rows),
                Masks.ALL,
                new float[0],
                row -> random,
                new Progress(0, 1),
                true);
    }

    @Benchmark
    public Actions act() {
        actor.act(request, actions);
        return actions;
    }

    @Benchmark
    public double update() {
        try (org.ascentrl.tensor.Scope scope = tensors.scope()) {
            Observations x = Observations.of(observations, observations.length / rows);
            Tensor logPi = policy.distribution(x, Masks.ALL).logProb(actions); // log π(a|s)  [N]
            Tensor loss = logPi.mul(tensors.of(weights, rows)).mean().neg();
            return optimizer.minimize(loss, 1e-6);
        }
    }
}
