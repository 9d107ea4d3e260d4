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

class SlotsTest {

    @Test
    void outliveTheScopeInWhichTheyWereMade() {
        try (ReferenceBackend backend = new ReferenceBackend()) {
            Tensors tensors = Tensors.on(backend);
            Parameter w = tensors.parameter("w", Initializer.constant(1), new NumpyGenerator(1), 3);
            Slots slots;
            try (Scope scope = tensors.scope()) {
                slots = new Slots("moment", List.of(w), tensors);
            }
            assertThat(backend.toFloats(slots.get(0))).containsExactly(0, 0, 0);
        }
    }
}
