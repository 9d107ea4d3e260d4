package org.ascentrl.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Records the operations on parameters, in order: walked backwards, they give the gradients of the parameters. */
final class Tape implements Tensors {

    /** The origin of a tensor that needs a gradient; constants have none. */
    sealed interface Origin {}

    /** The value of {@code parameter} as it was at {@code version}. */
    record Leaf(Parameter parameter, long version) implements Origin {}

    /** The result of {@code op}, recorded at {@code index} with the rule of its gradients. */
    record Operation(int index, Op op, Vjp.Rule<Op> rule, Tensor[] inputs) implements Origin {

        Tensor pull(int k, Tensor gradient, Tensor output) {
            return rule.pull(op, k, gradient, output, inputs);
        }
    }

    private final TensorBackend backend;
    private final List<Tensor> recorded = new ArrayList<>();
    private boolean recording = true;

    Tape(TensorBackend backend) {
        this.backend = backend;
    }

    @Override
    public TensorBackend backend() {
        return backend;
    }

    @Override
    public Tensor of(float[] data, int... extents) {
        Shape shape = Shape.of(extents);
        if (data.length != shape.size()) {
            throw new ShapeException("of: " + data.length + " numbers do not fill " + shape);
        }
        return constant(backend.wrap(data, shape));
    }

    @Override
    public Parameter parameter(String name, Initializer initializer, RandomGenerator random, int... shape) {
        Shape checked = Shape.of(shape);
        return new Parameter(this, name, backend.copyOf(initializer.values(random, shape), checked));
    }

    @Override
    public Scope scope() {
        return new RecordedScope();
    }

    @Override
    public <T> T noGrad(Supplier<T> body) {
        boolean before = recording;
        recording = false;
        try {
            return body.get();
        } finally {
            recording = before;
        }
    }

    Tensor constant(Storage storage) {
        return new Tensor(this, storage, null);
    }

    /** The result of {@code op}, recorded if it has a gradient that reaches a parameter. */
    Tensor apply(Op op, Tensor... inputs) {
        Storage result = op.compute(backend, inputs);
        Vjp.@Nullable Rule<Op> rule = recording && anyHasOrigin(inputs) ? Vjp.of(op) : null;
        return rule == null ? constant(result) : record(result, op, rule, inputs);
    }

    private static boolean anyHasOrigin(Tensor[] inputs) {
        for (Tensor input : inputs) {
            if (input.origin() != null) {
                return true;
            }
        }
        return false;
    }

    private Tensor record(Storage result, Op op, Vjp.Rule<Op> rule, Tensor[] inputs) {
        for (Tensor input : inputs) {
            if (input.origin() instanceof Operation source && !isRecorded(input, source)) {
                throw new IllegalStateException("an operand of shape " + input.shape()
                        + " was recorded in a scope that is closed: its gradient is lost."
                        + " Detach it to use it as a constant.");
            }
        }
        Tensor output = new Tensor(this, result, new Operation(recorded.size(), op, rule, inputs));
        recorded.add(output);
        return output;
    }

    private boolean isRecorded(Tensor tensor, Operation origin) {
        return origin.index() < recorded.size() && recorded.get(origin.index()) == tensor;
    }

    /**
     * Reverse accumulation from {@code loss}, a tensor of one element.
     *
     * @param createGraph whether the way back is recorded, too
     */
    Gradients gradients(Tensor loss, Collection<Parameter> wrt, boolean createGraph) {
        if (loss.shape().size() != 1) {
            throw new ShapeException("gradients: a loss has one element, not shape " + loss.shape());
        }
        Set<Parameter> asked = Set.copyOf(wrt);
        Map<Parameter, Tensor> leaves = createGraph ? pullBack(loss, asked) : noGrad(() -> pullBack(loss, asked));
        Map<Parameter, Tensor> result = new LinkedHashMap<>();
        for (Parameter p : wrt) {
            Tensor gradient = leaves.get(p);
            result.put(p, gradient == null ? zeros(p.shape()) : gradient);
        }
        return new Gradients(backend, result);
    }

    Tensor zeros(Shape shape) {
        return constant(backend.copyOf(new float[shape.size()], shape));
    }

    /** Propagates the gradient back through the operations that depend on a parameter of {@code wrt}, and no others. */
    private Map<Parameter, Tensor> pullBack(Tensor loss, Set<Parameter> wrt) {
        Map<Parameter, Tensor> leaves = new LinkedHashMap<>();
        Tensor one = constant(backend.copyOf(new float[] {1}, loss.shape()));
        if (loss.origin() instanceof Leaf leaf) {
            leaves.put(leaf.parameter(), one);
        }
        if (!(loss.origin() instanceof Operation last)) {
            return leaves;
        }
        if (!isRecorded(loss, last)) {
            throw new IllegalStateException("gradients: the scope in which this loss was computed is closed");
        }
        boolean[] needed = needed(last.index(), wrt);
        @Nullable Tensor[] gradients = new Tensor[last.index() + 1];
        gradients[last.index()] = one;
        for (int i = last.index(); i >= 0; i--) {
            Tensor gradient = gradients[i];
            Tensor output = recorded.get(i);
            if (gradient == null || !(output.origin() instanceof Operation operation)) {
                continue;
            }
            Tensor[] inputs = operation.inputs();
            for (int k = 0; k < inputs.length; k++) {
                if (inputs[k].origin() instanceof Leaf leaf) {
                    leaf.parameter().checkUnchangedSince(leaf.version());
                    if (!wrt.contains(leaf.parameter())) {
                        continue;
                    }
                    Tensor part = operation.pull(k, gradient, output);
                    leaves.merge(leaf.parameter(), part, Tensor::add);
                } else if (inputs[k].origin() instanceof Operation source && needed[source.index()]) {
                    Tensor part = operation.pull(k, gradient, output);
                    Tensor sum = gradients[source.index()];
                    gradients[source.index()] = sum == null ? part : sum.add(part);
                }
            }
        }
        return leaves;
    }

    /** Returns, for each operation up to {@code last}, whether it depends on a parameter of {@code wrt}. */
    private boolean[] needed(int last, Set<Parameter> wrt) {
        boolean[] needed = new boolean[last + 1];
        for (int i = 0; i <= last; i++) {
            if (recorded.get(i).origin() instanceof Operation operation) {
                for (Tensor input : operation.inputs()) {
                    needed[i] |= dependsOn(input, wrt, needed);
                }
            }
        }
        return needed;
    }

    private static boolean dependsOn(Tensor tensor, Set<Parameter> wrt, boolean[] needed) {
        if (tensor.origin() instanceof Leaf leaf) {
            return wrt.contains(leaf.parameter());
        }
        return tensor.origin() instanceof Operation source && needed[source.index()];
    }

    /** Forgets what was recorded in it, and closes the scope of the storages; closing it again has no effect. */
    private final class RecordedScope implements Scope {

        private final Scope storages = backend.openScope();
        private final int mark = recorded.size();
        private boolean open = true;

        @Override
        public void close() {
            if (open) {
                storages.close();
                open = false;
                recorded.subList(Math.min(mark, recorded.size()), recorded.size())
                        .clear();
            }
        }
    }
}
