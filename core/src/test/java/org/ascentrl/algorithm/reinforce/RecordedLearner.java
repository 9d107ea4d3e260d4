package org.ascentrl.algorithm.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.ascentrl.algorithm.AlgorithmSetup;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.random.Streams;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.RecordingOptimizer;
import org.ascentrl.testing.ReferenceBackend;

/** REINFORCE on the reference backend, whose parameters and last gradients can be read in full. */
final class RecordedLearner implements AutoCloseable {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    /** The policy's, and those of the baseline if there is one. */
    private final List<RecordingOptimizer> optimizers = new ArrayList<>();

    private final Reinforce reinforce;

    RecordedLearner(
            ReinforceSettings settings,
            Mlp networks,
            EnvironmentSpec environment,
            BiFunction<List<Parameter>, Tensors, Optimizer> optimizer) {
        AlgorithmSetup setup = new AlgorithmSetup(
                environment,
                tensors,
                networks.networks(environment, tensors),
                parameters -> {
                    RecordingOptimizer recorder = new RecordingOptimizer(optimizer.apply(parameters, tensors), backend);
                    optimizers.add(recorder);
                    return recorder;
                },
                new Streams(1));
        reinforce = new Reinforce(settings, setup);
    }

    Reinforce reinforce() {
        return reinforce;
    }

    Metrics update(Rollout tau) {
        return update(tau, new Progress(0, 1));
    }

    Metrics update(Rollout tau, Progress p) {
        try (Scope scope = tensors.scope()) {
            return reinforce.learn(tau, p);
        }
    }

    RecordingOptimizer policy() {
        return optimizers.get(0);
    }

    RecordingOptimizer baseline() {
        assertThat(optimizers).hasSize(2);
        return optimizers.get(1);
    }

    @Override
    public void close() {
        backend.close();
    }
}
