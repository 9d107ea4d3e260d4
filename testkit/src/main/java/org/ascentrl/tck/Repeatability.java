package org.ascentrl.tck;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ascentrl.tensor.Scope;
import org.ascentrl.tensor.TensorBackend;

/** The same calls give the same bits: rule T20. */
final class Repeatability {

    private Repeatability() {}

    /** Returns the result of every call of the table. */
    static List<float[]> results(TensorBackend backend) {
        try (Scope scope = backend.openScope()) {
            return PrimitiveCalls.all().stream()
                    .map(call -> backend.toFloats(call.on(backend)))
                    .toList();
        }
    }

    /** The same on a new backend in a thread of its own. */
    static List<float[]> resultsInAnotherThread(Supplier<TensorBackend> create)
            throws InterruptedException, ExecutionException {
        FutureTask<List<float[]>> task = new FutureTask<>(() -> {
            try (TensorBackend backend = create.get()) {
                return results(backend);
            }
        });
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return task.get();
    }

    static void check(String when, List<float[]> actual, List<float[]> expected) {
        List<PrimitiveCall> calls = PrimitiveCalls.all();
        for (int i = 0; i < calls.size(); i++) {
            Accuracy.BITS.check("T20 " + calls.get(i) + " " + when, actual.get(i), expected.get(i));
        }
    }
}
