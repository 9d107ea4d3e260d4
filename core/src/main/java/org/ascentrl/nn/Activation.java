package org.ascentrl.nn;

import java.util.List;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Tensor;

/**
 * The activation functions that settings can name: each a function of every element, a layer without parameters. For any
 * other function see {@link Layer#of}.
 */
public enum Activation implements Layer {
    TANH {
        @Override
        public Tensor apply(Tensor x) {
            return x.tanh();
        }
    },
    RELU {
        @Override
        public Tensor apply(Tensor x) {
            return x.relu();
        }
    },
    SIGMOID {
        @Override
        public Tensor apply(Tensor x) {
            return x.sigmoid();
        }
    };

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }
}
