package org.ascentrl.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.Tensors;
import org.ascentrl.testing.ReferenceBackend;
import org.junit.jupiter.api.Test;

class OptimizerStateTest {

    @Test
    void outliveTheScopeInWhichTheyWereMade() {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            Parameter w = tensors.parameter("w", Initializer.constant(1), new NumpyGenerator(1), 3);
            OptimizerState state;
            try (Scope scope = tensors.scope()) {
                state = new OptimizerState("moment", List.of(w), tensors);
            }
            assertThat(backend.toFloats(state.of(w))).containsExactly(0, 0, 0);
        }
    }
}
