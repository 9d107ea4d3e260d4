package org.ascentrl.policy.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ascentrl.env.EnvironmentSpec;
import org.ascentrl.env.space.Box;
import org.ascentrl.env.space.Space;
import org.ascentrl.nn.Layer;
import org.ascentrl.policy.Critic;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tck.EncoderTck;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.Mlp;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

/** Checks the contract on an encoder that is not flat: a critic joins the action to its features. */
class PictureEncoderRulesTest extends EncoderTck {

    private static final Box PICTURES = Box.of(0, 1, 2, 3);

    /** Tanh of a linear function of each column, weights shared between the columns: a convolution of height 2, width 1. */
    private static final class Columns implements Encoder {

        private static final int CHANNELS = 2;

        private final Layer kernel;
        private final int height;
        private final int columns;

        Columns(EncoderSetup setup) {
            int[] shape = ((Box) setup.observations()).shape();
            height = shape[0];
            columns = shape[1];
            kernel = setup.layers().linear("kernel", height, CHANNELS);
        }

        @Override
        public Tensor features(Tensor observations) {
            int rows = observations.shape().extent(0);
            Tensor patches =
                    observations.reshape(rows, height, columns).permute(0, 2, 1).reshape(rows * columns, height);
            return kernel.apply(patches).tanh().reshape(rows, width());
        }

        @Override
        public int width() {
            return columns * CHANNELS;
        }

        @Override
        public List<Parameter> parameters() {
            return kernel.parameters();
        }
    }

    @Override
    protected Encoder encoder(EncoderSetup setup) {
        return new Columns(setup);
    }

    @Override
    protected Space observations() {
        return PICTURES;
    }

    @Test
    void aCriticJoinsTheActionToTheFeatures() {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            EnvironmentSpec spec = new EnvironmentSpec(
                    "Pictures-v0", OptionalInt.empty(), OptionalDouble.empty(), PICTURES, Box.of(-1, 1, 2));
            Critic q = new Networks(Columns::new, Mlp.linear().settings(), spec, Tensors.on(backend))
                    .critic(new NumpyGenerator(1));
            assertThat(q.parameters())
                    .extracting(Parameter::toString)
                    .containsExactly(
                            "kernel.weight[2, 2]",
                            "kernel.bias[2]",
                            "joint.weight[8, 6]",
                            "joint.bias[6]",
                            "head.weight[6, 1]",
                            "head.bias[1]");
        }
    }
}
