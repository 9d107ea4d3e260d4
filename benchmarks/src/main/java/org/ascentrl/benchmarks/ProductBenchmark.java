package org.ascentrl.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ascentrl.backend.ejml.EjmlBackend;
import org.ascentrl.backend.ejml.KernelProvider;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds of a product of matrices [m, k] · [k, n], written m x k x n. The first size is one block of registers of
 * the vector kernels on a processor with 512 bits: what they can reach. GFLOP/s are 2 m k n divided by the nanoseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {

    @Param({"VECTOR", "EJML"})
    public KernelProvider kernels = KernelProvider.AUTO;

    @Param({"64x128x32", "64x64x64", "256x64x64", "256x256x256", "1x64x64", "512x64x4"})
    public String size = "";

    private TensorBackend backend;
    private Storage left;
    private Storage leftTransposed;
    private Storage right;
    private Storage rightTransposed;

    @Setup
    public void open() {
        String[] extents = size.split("x", -1);
        int m = Integer.parseInt(extents[0]);
        int k = Integer.parseInt(extents[1]);
        int n = Integer.parseInt(extents[2]);
        NumpyGenerator random = new NumpyGenerator(1);
        backend = new EjmlBackend(kernels);
        left = Inputs.normal(backend, random, Shape.of(m, k));
        leftTransposed = Inputs.normal(backend, random, Shape.of(k, m));
        right = Inputs.normal(backend, random, Shape.of(k, n));
        rightTransposed = Inputs.normal(backend, random, Shape.of(n, k));
    }

    @Benchmark
    public Storage product() {
        return product(left, false, right, false);
    }

    /** As for the gradient of a layer's weights. */
    @Benchmark
    public Storage leftTransposed() {
        return product(leftTransposed, true, right, false);
    }

    /** As for the gradient of a layer's input. */
    @Benchmark
    public Storage rightTransposed() {
        return product(left, false, rightTransposed, true);
    }

    private Storage product(Storage a, boolean transposeA, Storage b, boolean transposeB) {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.matmul(a, transposeA, b, transposeB);
        }
    }
}
