package org.ascentrl.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascentrl.tensor.Initializer;
import org.ascentrl.tensor.Parameter;
import org.ascentrl.tensor.Shape;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/**
 * A differentiable operation of {@link Tensor}, with inputs around which it is smooth. {@link #all} is the table by
 * which gradient rules are checked against finite differences, and backends against each other.
 *
 * @param name the name of the method, and where it helps what is special about the case
 * @param inputs the values of the parameters it is applied to
 * @param function the operation
 */
public record TensorOperation(String name, List<Input> inputs, Function<Tensor[], Tensor> function) {

    private static final Shape SCALAR = Shape.of();
    private static final Shape VECTOR = Shape.of(5);
    private static final Shape MATRIX = Shape.of(3, 4);
    private static final Shape CUBE = Shape.of(2, 3, 4);

    /** Shapes of two operands that broadcast. */
    private static final List<List<Shape>> PAIRS = List.of(
            List.of(MATRIX, MATRIX),
            List.of(MATRIX, Shape.of(4)),
            List.of(Shape.of(4), MATRIX),
            List.of(Shape.of(3, 1), Shape.of(1, 4)),
            List.of(SCALAR, MATRIX),
            List.of(Shape.of(4, 1, 3), Shape.of(2, 1)),
            List.of(Shape.of(1, 1), Shape.of(3)));

    /** Every differentiable operation, some of them on several shapes. */
    public static List<TensorOperation> all() {
        List<TensorOperation> table = new ArrayList<>();
        elementwise(table);
        binary(table);
        matrices(table);
        reductions(table);
        shapes(table);
        compositions(table);
        return table;
    }

    private static void elementwise(List<TensorOperation> table) {
        table.add(smooth("neg", x -> x[0].neg(), MATRIX));
        table.add(smooth("abs", x -> x[0].abs(), MATRIX));
        table.add(smooth("square", x -> x[0].square(), MATRIX));
        table.add(positive("sqrt", x -> x[0].sqrt(), MATRIX));
        table.add(positive("reciprocal", x -> x[0].reciprocal(), MATRIX));
        table.add(smooth("exp", x -> x[0].exp(), MATRIX));
        table.add(positive("log", x -> x[0].log(), MATRIX));
        table.add(smooth("tanh", x -> x[0].tanh(), MATRIX));
        table.add(smooth("sigmoid", x -> x[0].sigmoid(), MATRIX));
        table.add(smooth("softplus", x -> x[0].softplus(), MATRIX));
        table.add(smooth("relu", x -> x[0].relu(), MATRIX));
        table.add(smooth("affine", x -> x[0].affine(-1.5, 0.25), MATRIX));
        table.add(smooth("mul by a number", x -> x[0].mul(0.75), MATRIX));
        table.add(smooth("add a number", x -> x[0].add(3), MATRIX));
        table.add(smooth("clamp", x -> x[0].clamp(-0.9, 1.1), MATRIX));
        table.add(smooth("tanh of a scalar", x -> x[0].tanh(), SCALAR));
        table.add(smooth("tanh of nothing", x -> x[0].tanh(), Shape.of(0, 3)));
    }

    private static void binary(List<TensorOperation> table) {
        for (List<Shape> pair : PAIRS) {
            Shape[] shapes = pair.toArray(Shape[]::new);
            table.add(smooth("add", both(Tensor::add), shapes));
            table.add(smooth("sub", both(Tensor::sub), shapes));
            table.add(smooth("mul", both(Tensor::mul), shapes));
            table.add(positive("div", both(Tensor::div), shapes));
            table.add(smooth("maximum", both(Tensor::maximum), shapes));
            table.add(smooth("minimum", both(Tensor::minimum), shapes));
        }
        Function<Tensor[], Tensor> where = x -> x[0].relu().where(x[0], x[1]);
        table.add(smooth("where", where, MATRIX, MATRIX));
        table.add(smooth("where", where, MATRIX, Shape.of(4)));
        table.add(smooth("where", where, MATRIX, SCALAR));
        table.add(smooth("where", x -> x[1].relu().where(x[0], x[1]), Shape.of(3, 1), MATRIX));
    }

    private static void matrices(List<TensorOperation> table) {
        Function<Tensor[], Tensor> linear = x -> x[0].linear(x[1], x[2]);
        table.add(smooth("matmul", both(Tensor::matmul), Shape.of(3, 4), Shape.of(4, 2)));
        table.add(smooth("matmul", both(Tensor::matmul), Shape.of(1, 4), Shape.of(4, 1)));
        table.add(smooth("matmul", both(Tensor::matmul), Shape.of(3, 0), Shape.of(0, 2)));
        table.add(smooth("matmul with itself", x -> x[0].matmul(x[0]), Shape.of(3, 3)));
        for (boolean a : new boolean[] {false, true}) {
            for (boolean b : new boolean[] {false, true}) {
                Function<Tensor[], Tensor> product = x -> x[0].matmul(a, x[1], b);
                String name = "matmul" + (a ? " ᵀ" : "") + (b ? " · ᵀ" : "");
                table.add(smooth(name, product, a ? Shape.of(4, 3) : MATRIX, b ? Shape.of(2, 4) : Shape.of(4, 2)));
                table.add(
                        smooth(name, product, a ? Shape.of(2, 4, 3) : CUBE, b ? Shape.of(2, 5, 4) : Shape.of(2, 4, 5)));
            }
        }
        table.add(smooth("linear", linear, Shape.of(5, 3), Shape.of(3, 2), Shape.of(2)));
        table.add(smooth("linear", linear, Shape.of(1, 3), Shape.of(3, 1), Shape.of(1)));
        table.add(smooth("logSoftmax", x -> x[0].logSoftmax(), VECTOR));
        table.add(smooth("logSoftmax", x -> x[0].logSoftmax(), MATRIX));
        table.add(smooth("logSoftmax", x -> x[0].logSoftmax(), CUBE));
    }

    private static void reductions(List<TensorOperation> table) {
        for (Shape shape : List.of(SCALAR, VECTOR, MATRIX, CUBE, Shape.of(3, 1))) {
            table.add(smooth("sum", x -> x[0].sum(), shape));
            table.add(smooth("mean", x -> x[0].mean(), shape));
            each(table, "sum axis", shape, (x, axis) -> x.sum(axis));
            each(table, "sum and keep axis", shape, (x, axis) -> x.sum(axis, true));
            each(table, "mean axis", shape, (x, axis) -> x.mean(axis));
            each(table, "max axis", shape, (x, axis) -> x.max(axis));
        }
        table.add(smooth("max axis -1", x -> x[0].max(-1), CUBE));
    }

    private static void shapes(List<TensorOperation> table) {
        for (Shape from : List.of(SCALAR, Shape.of(4), Shape.of(3, 1), Shape.of(2, 1, 4))) {
            table.add(smooth("broadcastTo", x -> x[0].broadcastTo(CUBE), from));
        }
        table.add(smooth("reshape", x -> x[0].reshape(6, 4), CUBE));
        table.add(smooth("reshape", x -> x[0].reshape(Shape.of(4, 3)), MATRIX));
        table.add(smooth("flat", x -> x[0].flat(), CUBE));
        table.add(smooth("permute 2 0 1", x -> x[0].permute(2, 0, 1), CUBE));
        table.add(smooth("transpose", x -> x[0].transpose(), MATRIX));
        table.add(smooth("slice", x -> x[0].slice(0, 1, 4), VECTOR));
        table.add(smooth("slice the start", x -> x[0].slice(-1, 0, 3), MATRIX));
        table.add(smooth("slice the end", x -> x[0].slice(1, 2, 3), CUBE));
        table.add(smooth("slice nothing", x -> x[0].slice(1, 2, 2), MATRIX));
        Function<Tensor[], Tensor> three = x -> x[0].concat(1, x[1], x[2]);
        table.add(smooth("concat", three, Shape.of(3, 2), Shape.of(3, 0), MATRIX));
        table.add(smooth("concat", x -> x[0].concat(0, x[1]), VECTOR, Shape.of(2)));
        table.add(smooth("concat with itself", x -> x[0].concat(-1, x[0]), CUBE));
        table.add(smooth("gatherRows", x -> x[0].gatherRows(2, 0, 2, 2), MATRIX));
        table.add(smooth("gatherRows", x -> x[0].gatherRows(1), CUBE));
        table.add(smooth("gatherColumns", x -> x[0].gatherColumns(new int[] {3, 0, 3}), MATRIX));
        table.add(smooth("scatterAddRows", x -> x[0].scatterAddRows(new int[] {3, 0, 3}, 5), MATRIX));
        table.add(smooth("scatterAddRows", x -> x[0].scatterAddRows(new int[] {0, 0}, 1), CUBE));
    }

    private static void compositions(List<TensorOperation> table) {
        table.add(smooth("a parameter twice in one product", x -> x[0].mul(x[0]), MATRIX));
        table.add(smooth("a value used by two operations", x -> reused(x[0].exp()), MATRIX));
        table.add(smooth(
                "two layers and logSoftmax",
                x -> x[0].linear(x[1], x[2])
                        .tanh()
                        .linear(x[3], x[4])
                        .logSoftmax()
                        .gatherColumns(new int[] {1, 0, 2, 1, 1}),
                Shape.of(5, 4),
                Shape.of(4, 6),
                Shape.of(6),
                Shape.of(6, 3),
                Shape.of(3)));
    }

    private static Tensor reused(Tensor y) {
        return y.square().add(y.tanh());
    }

    /** Parameters with the values of the inputs. */
    public List<Parameter> parameters(Tensors tensors) {
        IntFunction<Parameter> parameter = i -> {
            Input input = inputs.get(i);
            Initializer values = (random, shape) -> input.values();
            return tensors.parameter(
                    "x" + i, values, new SplittableRandom(0), input.shape().toArray());
        };
        return IntStream.range(0, inputs.size()).mapToObj(parameter).toList();
    }

    /** Σ w ⊙ f(x), with fixed weights w, all different: a loss to which each element of the result matters. */
    public Tensor loss(Tensors tensors, List<Parameter> parameters) {
        Tensor result =
                function.apply(parameters.stream().map(Parameter::tensor).toArray(Tensor[]::new));
        Input weights = Input.spread(99, result.shape());
        return result.mul(tensors.of(weights.values(), weights.shape().toArray()))
                .sum();
    }

    @Override
    public String toString() {
        return name + inputs.stream().map(Input::toString).collect(Collectors.joining(", ", " ", ""));
    }

    private static void each(List<TensorOperation> table, String name, Shape shape, AxisOperation operation) {
        for (int i = 0; i < shape.rank(); i++) {
            int axis = i;
            table.add(smooth(name + " " + axis, x -> operation.apply(x[0], axis), shape));
        }
    }

    private static TensorOperation smooth(String name, Function<Tensor[], Tensor> function, Shape... shapes) {
        return new TensorOperation(name, inputs(i -> Input.spread(i, shapes[i]), shapes.length), function);
    }

    private static TensorOperation positive(String name, Function<Tensor[], Tensor> function, Shape... shapes) {
        return new TensorOperation(name, inputs(i -> Input.positive(i, shapes[i]), shapes.length), function);
    }

    private static List<Input> inputs(IntFunction<Input> input, int count) {
        return IntStream.range(0, count).mapToObj(input).toList();
    }

    private static Function<Tensor[], Tensor> both(BinaryOperator<Tensor> operation) {
        return x -> operation.apply(x[0], x[1]);
    }

    @FunctionalInterface
    private interface AxisOperation {
        Tensor apply(Tensor x, int axis);
    }
}
