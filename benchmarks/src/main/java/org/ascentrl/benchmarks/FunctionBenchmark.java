package org.ascentrl.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ascentrl.backend.ejml.EjmlBackend;
import org.ascentrl.backend.ejml.KernelProvider;
import org.ascentrl.random.NumpyGenerator;
import org.ascentrl.tensor.AdamStep;
import org.ascentrl.tensor.BinaryOp;
import org.ascentrl.tensor.ReduceOp;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Storage;
import org.ascentrl.tensor.TensorBackend;
import org.ascentrl.tensor.UnaryOp;
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

/** Microseconds of what is not a product, on 16,384 standard normal numbers; with EJML's kernels tanh is Math.tanh. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionBenchmark {

    private static final Shape FLAT = Shape.of(1 << 14);

    @Param({"VECTOR", "EJML"})
    public KernelProvider kernels = KernelProvider.AUTO;

    private TensorBackend backend;
    private Storage flat;
    private Storage gradient;
    private Storage first;
    private Storage second;
    private Storage rows;
    private Storage logits;
    private Storage number;
    private Storage column;

    @Setup
    public void open() {
        NumpyGenerator random = new NumpyGenerator(1);
        backend = new EjmlBackend(kernels);
        flat = Inputs.normal(backend, random, FLAT);
        gradient = Inputs.normal(backend, random, FLAT);
        first = backend.copyOf(new float[FLAT.size()], FLAT);
        second = backend.copyOf(new float[FLAT.size()], FLAT);
        rows = backend.reshape(flat, Shape.of(256, 64));
        logits = backend.reshape(flat, Shape.of(4096, 4));
        number = backend.copyOf(new float[] {0.2f}, Shape.of());
        column = Inputs.normal(backend, random, Shape.of(256, 1));
    }

    @Benchmark
    public Storage tanh() {
        return unary(UnaryOp.TANH);
    }

    @Benchmark
    public Storage relu() {
        return unary(UnaryOp.RELU);
    }

    @Benchmark
    public Storage sign() {
        return unary(UnaryOp.SIGN);
    }

    @Benchmark
    public Storage exp() {
        return unary(UnaryOp.EXP);
    }

    @Benchmark
    public Storage sigmoid() {
        return unary(UnaryOp.SIGMOID);
    }

    private Storage unary(UnaryOp op) {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.unary(op, flat);
        }
    }

    @Benchmark
    public Storage greaterOfTwo() {
        return binary(BinaryOp.GREATER, gradient);
    }

    @Benchmark
    public Storage greaterThanNumber() {
        return binary(BinaryOp.GREATER, number);
    }

    @Benchmark
    public Storage minimumWithNumber() {
        return binary(BinaryOp.MINIMUM, number);
    }

    private Storage binary(BinaryOp op, Storage other) {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.binary(op, flat, other, FLAT);
        }
    }

    @Benchmark
    public Storage timesColumnOf256() {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.binary(BinaryOp.MUL, rows, column, rows.shape());
        }
    }

    @Benchmark
    public Storage logSoftmaxOf4() {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.logSoftmax(logits);
        }
    }

    @Benchmark
    public Storage columnSumsOf64() {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.reduce(ReduceOp.SUM, rows, 0, false);
        }
    }

    @Benchmark
    public Storage rowSumsOf64() {
        try (org.ascentrl.tensor.Scope scope = backend.openScope()) {
            return backend.reduce(ReduceOp.SUM, rows, 1, false);
        }
    }

    @Benchmark
    public double sumOfSquares() {
        return backend.sumOfSquares(flat);
    }

    @Benchmark
    public Storage adam() {
        backend.adamInPlace(gradient, flat, first, second, new AdamStep(1e-6, 0.9, 0.999, 1e-5, 0, 10));
        return gradient;
    }
}
