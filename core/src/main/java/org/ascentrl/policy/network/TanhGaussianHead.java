package org.ascentrl.policy.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ascentrl.distribution.ActionRange;
import org.ascentrl.distribution.StateDependentNoise;
import org.ascentrl.distribution.TanhGaussian;
import org.ascentrl.nn.Layer;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** What makes a {@link TanhGaussian} of features and means: it knows the deviations. */
sealed interface TanhGaussianHead extends Stateful {

    /** The one that settings ask for. */
    static TanhGaussianHead of(
            MlpSettings settings, MlpTrunk trunk, ActionRange range, RandomGenerator init, Tensors tensors) {
        return switch (settings.noise()) {
            case INDEPENDENT ->
                new Independent(
                        trunk.head("log-std", range.size(), MlpPolicy.GAIN, init),
                        (float) settings.logStd(),
                        range,
                        tensors);
            case STATE_DEPENDENT -> {
                Initializer start = Initializer.constant((float) settings.logStd());
                Parameter logStd = tensors.parameter("log-std", start, init, trunk.width(), range.size());
                yield new StateDependent(logStd, settings.noiseSteps(), range, tensors);
            }
        };
    }

    /**
     * Of N rows.
     *
     * @param features [N, H]
     * @param mean [N, d]
     */
    TanhGaussian distribution(Tensor features, Tensor mean);

    List<Parameter> parameters();

    /** How many numbers its distributions remember of each slot. */
    int memorySize();

    /** Noise of its own in each step; log σ is a linear function of the features. */
    record Independent(Layer logStd, float shift, ActionRange range, Tensors tensors) implements TanhGaussianHead {

        @Override
        public TanhGaussian distribution(Tensor features, Tensor mean) {
            return new TanhGaussian(mean, logStd.apply(features).add(shift), range, tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return logStd.parameters();
        }

        @Override
        public int memorySize() {
            return 0;
        }

        @Override
        public void state(State s) {
            logStd.state(s);
        }
    }

    /** Noise that is a function of the features. */
    record StateDependent(Parameter logStd, int steps, ActionRange range, Tensors tensors) implements TanhGaussianHead {

        @Override
        public TanhGaussian distribution(Tensor features, Tensor mean) {
            return new TanhGaussian(mean, new StateDependentNoise(features, logStd.tensor(), steps), range, tensors);
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(logStd);
        }

        @Override
        public int memorySize() {
            return StateDependentNoise.memorySize(logStd.shape().extent(0), range.size());
        }

        @Override
        public void state(State s) {
            logStd.state(s);
        }
    }
}
