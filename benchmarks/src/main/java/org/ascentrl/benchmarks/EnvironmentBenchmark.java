package org.ascentrl.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ascentrl.Ascent;
import org.ascentrl.env.Environment;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.StepResult;
import org.ascentrl.env.registry.EnvironmentFactory;
import org.ascentrl.env.space.Action;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.vector.StepBatch;
import org.ascentrl.env.vector.VectorEnvironment;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.settings.hocon.Settings;
import org.ascentrl.wiring.Bootstrap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Environment steps a second, with random actions that were drawn beforehand, resets included: of one environment, and of
 * the vector form.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnvironmentBenchmark {

    private static final int SLOTS = 64;
    private static final int DRAWN = 1 << 12;

    @Param({
        "CartPole-v1",
        "Acrobot-v1",
        "MountainCar-v0",
        "MountainCarContinuous-v0",
        "Pendulum-v1",
        "LunarLander-v3",
        "LunarLanderContinuous-v3",
        "BipedalWalker-v3",
        "BipedalWalkerHardcore-v3"
    })
    public String environment = "";

    private Environment single;
    private Action[] actions;
    private VectorEnvironment vector;
    private Actions[] batches;
    private boolean[] active;
    private StepBatch batch;
    private int next;

    @Setup(Level.Iteration)
    public void open() {
        Settings settings = Settings.builder()
                .references(Ascent.class.getClassLoader())
                .set("environment=" + environment)
                .build();
        EnvironmentFactory source = Bootstrap.discover().environment(settings);
        EnvironmentSpec spec = source.spec();
        NumpyGenerator random = new NumpyGenerator(1);

        single = source.create();
        single.reset(1);
        actions = new Action[DRAWN];
        Arrays.setAll(actions, i -> spec.actionSpace().sample(random));

        vector = source.createVector(SLOTS);
        batch = new StepBatch(spec, SLOTS);
        vector.reset((slot, episode) -> slot + SLOTS * episode, batch);
        active = new boolean[SLOTS];
        Arrays.fill(active, true);
        batches = new Actions[DRAWN / SLOTS];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = Actions.of(spec.actionSpace(), SLOTS);
            for (int slot = 0; slot < SLOTS; slot++) {
                batches[i].set(slot, actions[i * SLOTS + slot]);
            }
        }
    }

    @TearDown(Level.Iteration)
    public void close() {
        single.close();
        vector.close();
    }

    @Benchmark
    public StepResult single() {
        StepResult result = single.step(actions[next++ & (DRAWN - 1)]);
        if (result.done()) {
            single.reset();
        }
        return result;
    }

    @Benchmark
    @OperationsPerInvocation(SLOTS)
    public StepBatch vectorOf64() {
        vector.step(batches[next++ & (batches.length - 1)], active, batch);
        return batch;
    }
}
