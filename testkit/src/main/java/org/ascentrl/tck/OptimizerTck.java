package org.ascentrl.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.state.Snapshot;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Input;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of every {@link Optimizer}: the rules O01 to O10 of {@code core/SPI.md}. Extend it, and give
 * {@link #optimizer} and, to test it together with a backend, {@link #backend}.
 */
public abstract class OptimizerTck {

    private static final double LEARNING_RATE = 0.05;

    private final List<TensorBackend> backends = new ArrayList<>();

    /** Returns a new optimizer of {@code parameters}. */
    protected abstract Optimizer optimizer(List<Parameter> parameters, Tensors tensors);

    /** A new backend of the calling thread, which is closed after the test. */
    protected TensorBackend backend() {
        return new ReferenceBackend();
    }

    /** Three parameters, the optimizer of them, and a loss. */
    private final class Learner implements Stateful {

        final Tensors tensors;
        final List<Parameter> parameters;
        final Optimizer optimizer;
        private int steps;

        Learner(TensorBackend backend) {
            tensors = Tensors.on(backend);
            parameters = List.of(parameter("weight", 3, 4), parameter("bias", 4), parameter("scale"));
            optimizer = optimizer(parameters, tensors);
        }

        private Parameter parameter(String name, int... shape) {
            return tensors.parameter(name, Initializer.uniform(1), new SplittableRandom(3), shape);
        }

        /** Returns the distance of the parameters from a target that differs from step to step. */
        Tensor loss(double noise, double size) {
            Tensor sum = tensors.scalar(0);
            for (int i = 0; i < parameters.size(); i++) {
                Parameter p = parameters.get(i);
                float[] target = Input.random(100L * steps + i, p.shape()).values();
                for (int k = 0; k < target.length; k++) {
                    target[k] = (float) (2 + noise * target[k]);
                }
                Tensor distance = p.tensor().sub(tensors.of(target, p.shape().toArray()));
                sum = sum.add(distance.square().sum());
            }
            return sum.mul(size);
        }

        double step(double learningRate) {
            return step(learningRate, 1);
        }

        double step(double learningRate, double noise) {
            try (Scope scope = tensors.scope()) {
                steps++;
                return optimizer.minimize(loss(noise, 1), learningRate);
            }
        }

        void steps(int count) {
            for (int i = 0; i < count; i++) {
                step(LEARNING_RATE);
            }
        }

        double distance() {
            try (Scope scope = tensors.scope()) {
                return loss(0, 1).item();
            }
        }

        float[] values() {
            return concat(parameters.stream().map(Parameter::toFloats).toList());
        }

        @Override
        public void state(State s) {
            parameters.forEach(p -> p.state(s));
            s.part("optimizer", optimizer);
            s.longs("taken", new int[0], () -> new long[] {steps}, saved -> steps = (int) saved[0]);
        }
    }

    @AfterEach
    void close() {
        backends.forEach(TensorBackend::close);
    }

    private Learner learner() {
        return new Learner(opened(backend()));
    }

    private TensorBackend opened(TensorBackend backend) {
        backends.add(backend);
        return backend;
    }

    @Test
    @DisplayName("O01 an optimizer has the parameters that it was given, in their order")
    void o01Parameters() {
        Learner learner = learner();
        assertThat(learner.optimizer.parameters()).containsExactlyElementsOf(learner.parameters);
    }

    @Test
    @DisplayName("O02 a step gives the norm of all gradients together, before any clipping")
    void o02NormBeforeClipping() {
        for (double size : new double[] {1e-3, 1, 1e3}) {
            Learner learner = learner();
            double square = 0;
            for (float x : learner.values()) {
                double gradient = 2 * size * (x - 2);
                square += gradient * gradient;
            }
            try (Scope scope = learner.tensors.scope()) {
                double norm = learner.optimizer.minimize(learner.loss(0, size), LEARNING_RATE);
                assertThat(norm).as("O02").isCloseTo(Math.sqrt(square), within(1e-6 * Math.sqrt(square)));
            }
        }
    }

    @Test
    @DisplayName("O03 steps go down the gradient")
    void o03Descends() {
        Learner learner = learner();
        double before = learner.distance();
        learner.step(1e-3, 0);
        assertThat(learner.distance()).as("O03 after one step").isLessThan(before);
        for (int i = 0; i < 1000; i++) {
            learner.step(LEARNING_RATE, 0);
        }
        assertThat(learner.distance()).as("O03 after 1000 steps").isLessThan(0.05 * before);
    }

    @Test
    @DisplayName("O04 the learning rate is that of the call: at 0 no parameter moves, before and after others")
    void o04LearningRate() {
        Learner learner = learner();
        for (int i = 0; i < 3; i++) {
            float[] before = learner.values();
            learner.step(0);
            assertThat(learner.values()).as("O04 at rate 0").containsExactly(before);
            learner.step(LEARNING_RATE);
            assertThat(learner.values()).as("O04 at rate %s", LEARNING_RATE).isNotEqualTo(before);
        }
    }

    @Test
    @DisplayName("O05 every instance takes the same steps, bit for bit, whatever others do beside it")
    void o05Repeatable() {
        Learner alone = learner();
        alone.steps(5);

        Learner beside = learner();
        Learner other = new Learner(beside.tensors.backend());
        for (int i = 0; i < 5; i++) {
            beside.step(LEARNING_RATE);
            other.step(3 * LEARNING_RATE);
            other.step(LEARNING_RATE);
        }
        assertThat(Snapshot.of(beside).sha256())
                .as("O05")
                .isEqualTo(Snapshot.of(alone).sha256());
    }

    @Test
    @DisplayName("O06 restored into a new instance, it goes on with the same bits")
    void o06RestoredIntoNew() {
        Learner saved = learner();
        saved.steps(4);
        continueAlike(saved, learner());
    }

    @Test
    @DisplayName("O07 restored into one that has taken other steps, it goes on with the same bits")
    void o07RestoredIntoUsed() {
        Learner saved = learner();
        saved.steps(4);
        Learner used = learner();
        for (int i = 0; i < 7; i++) {
            used.step(3 * LEARNING_RATE);
        }
        continueAlike(saved, used);
    }

    /** Both are restored: a backend that computes with more bits than are saved has to round. */
    private static void continueAlike(Learner saved, Learner restored) {
        Snapshot snapshot = Snapshot.of(saved);
        snapshot.restore(saved);
        snapshot.restore(restored);
        assertThat(Snapshot.of(restored).sha256()).as("restored").isEqualTo(snapshot.sha256());
        for (int i = 0; i < 4; i++) {
            double norm = saved.step(LEARNING_RATE);
            assertThat(restored.step(LEARNING_RATE)).isEqualTo(norm);
            assertThat(Snapshot.of(restored).sha256())
                    .as("after step %d", i + 1)
                    .isEqualTo(Snapshot.of(saved).sha256());
        }
    }

    @Test
    @DisplayName("O08 the gradients stay as they are")
    void o08GradientsStay() {
        Learner learner = learner();
        try (Scope scope = learner.tensors.scope()) {
            Gradients gradients = learner.loss(1, 1).gradients(learner.parameters);
            float[] before = values(learner, gradients);
            learner.optimizer.apply(gradients, LEARNING_RATE);
            assertThat(values(learner, gradients)).as("O08").containsExactly(before);
        }
    }

    private static float[] values(Learner learner, Gradients gradients) {
        return concat(learner.parameters.stream()
                .map(p -> learner.tensors.backend().toFloats(gradients.of(p)))
                .toList());
    }

    @Test
    @DisplayName("O09 on every backend its steps are close to those in double")
    void o09CloseToReference() {
        Learner actual = learner();
        Learner expected = new Learner(opened(new ReferenceBackend()));
        for (int i = 0; i < 10; i++) {
            double norm = expected.step(LEARNING_RATE);
            assertThat(actual.step(LEARNING_RATE)).isCloseTo(norm, within(1e-5 * norm));
            float[] values = actual.values();
            assertThat(values).as("O09 step %d", i + 1).containsExactly(expected.values(), within(1e-5f));
        }
    }

    @Test
    @DisplayName("O10 a step leaves no storages behind")
    void o10LeavesNothing() {
        ReferenceBackend backend = new ReferenceBackend();
        opened(backend);
        Learner learner = new Learner(backend);
        learner.step(LEARNING_RATE);
        int live = backend.liveStorages();
        learner.steps(3);
        Snapshot.of(learner).restore(learner);
        assertThat(backend.liveStorages()).as("O10").isEqualTo(live);
    }

    private static float[] concat(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int length = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, length, part.length);
            length += part.length;
        }
        return all;
    }
}
