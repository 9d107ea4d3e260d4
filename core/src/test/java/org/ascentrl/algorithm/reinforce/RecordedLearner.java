package org.ascentrl.algorithm.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascentrl.algorithm.Metrics;
import org.ascentrl.algorithm.Setup;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.experience.Progress;
import org.ascentrl.experience.Rollout;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.optim.OptimizerFactory;
import org.ascentrl.policy.MlpFactory;
import org.ascentrl.policy.MlpSettings;
import org.ascentrl.random.Streams;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;

/** REINFORCE on the reference backend, whose parameters and last gradients can be read in full. */
final class RecordedLearner implements AutoCloseable {

    private final ReferenceBackend backend = new ReferenceBackend();
    private final Tensors tensors = Tensors.on(backend);

    /** The policy's, and those of the baseline if there is one. */
    private final List<Recorder> optimizers = new ArrayList<>();

    private final Reinforce reinforce;

    <C extends Record> RecordedLearner(
            ReinforceSettings settings,
            MlpSettings networks,
            EnvironmentSpec environment,
            OptimizerFactory<C> optimizer,
            C optimizerSettings) {
        Setup setup = new Setup(
                environment,
                tensors,
                new MlpFactory().create(networks, environment, tensors),
                parameters -> {
                    Recorder recorder = new Recorder(optimizer.create(optimizerSettings, parameters, tensors));
                    optimizers.add(recorder);
                    return recorder;
                },
                new Streams(1));
        reinforce = (Reinforce) new ReinforceFactory().create(settings, setup);
    }

    Reinforce reinforce() {
        return reinforce;
    }

    Metrics update(Rollout tau) {
        return update(tau, new Progress(0, 1));
    }

    Metrics update(Rollout tau, Progress p) {
        try (Scope scope = tensors.scope()) {
            return reinforce.update(tau, p);
        }
    }

    Network policy() {
        return new Network(optimizers.get(0));
    }

    Network baseline() {
        assertThat(optimizers).hasSize(2);
        return new Network(optimizers.get(1));
    }

    @Override
    public void close() {
        backend.close();
    }

    /** The parameters of one optimizer, by name. */
    final class Network {

        private final Recorder recorder;

        Network(Recorder recorder) {
            this.recorder = recorder;
        }

        void assign(String name, double... values) {
            Parameter p = parameter(name);
            p.update(own -> backend.assignInPlace(backend.copyOf(values, p.shape()), own));
        }

        double[] values(String name) {
            return backend.toDoubles(parameter(name).tensor().storage());
        }

        /** Of the last step. */
        double[] gradient(String name) {
            return recorder.last.get(name);
        }

        double learningRate() {
            return recorder.learningRate;
        }

        private Parameter parameter(String name) {
            return recorder.parameters().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Keeps the gradients of each step before it lets it be taken. */
    private final class Recorder implements Optimizer {

        private final Optimizer optimizer;
        private final Map<String, double[]> last = new LinkedHashMap<>();
        private double learningRate;

        Recorder(Optimizer optimizer) {
            this.optimizer = optimizer;
        }

        @Override
        public List<Parameter> parameters() {
            return optimizer.parameters();
        }

        @Override
        public double apply(Gradients gradients, double rate) {
            parameters().forEach(p -> last.put(p.name(), backend.toDoubles(gradients.of(p))));
            learningRate = rate;
            return optimizer.apply(gradients, rate);
        }

        @Override
        public void state(State s) {
            optimizer.state(s);
        }
    }
}
