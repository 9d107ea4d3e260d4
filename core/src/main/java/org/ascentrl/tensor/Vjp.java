package org.ascentrl.tensor;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gradient rules: for y = f(x₀, x₁, ..) and the gradient g of the loss with respect to y, a rule gives the gradient
 * with respect to each input, the vector-Jacobian product gᵀ ∂y/∂xₖ.
 */
final class Vjp {

    @FunctionalInterface
    interface Rule {
        Tensor pull(Tensor g, Tensor y, Tensor[] x);
    }

    @FunctionalInterface
    private interface UnaryRule {
        Tensor pull(Tensor g, Tensor x, Tensor y);
    }

    @FunctionalInterface
    private interface BinaryRule {
        Tensor pull(Tensor g, Tensor a, Tensor b, Tensor y);
    }

    private static final Map<UnaryOp, Vjp> UNARY = new EnumMap<>(UnaryOp.class);
    private static final Map<BinaryOp, Vjp> BINARY = new EnumMap<>(BinaryOp.class);

    static {
        unary(UnaryOp.NEG, (g, x, y) -> g.neg());
        unary(UnaryOp.ABS, (g, x, y) -> g.mul(x.sign()));
        unary(UnaryOp.SQUARE, (g, x, y) -> g.mul(x).mul(2));
        unary(UnaryOp.SQRT, (g, x, y) -> g.div(y).mul(0.5f));
        unary(UnaryOp.RECIPROCAL, (g, x, y) -> g.mul(y.square()).neg());
        unary(UnaryOp.EXP, (g, x, y) -> g.mul(y));
        unary(UnaryOp.LOG, (g, x, y) -> g.div(x));
        unary(UnaryOp.TANH, (g, x, y) -> g.mul(y.square().affine(-1, 1)));
        unary(UnaryOp.SIGMOID, (g, x, y) -> g.mul(y).mul(y.affine(-1, 1)));
        unary(UnaryOp.SOFTPLUS, (g, x, y) -> g.mul(x.sigmoid()));
        unary(UnaryOp.RELU, (g, x, y) -> g.mul(y.sign()));

        binary(BinaryOp.ADD, (g, a, b, y) -> g, (g, a, b, y) -> g);
        binary(BinaryOp.SUB, (g, a, b, y) -> g, (g, a, b, y) -> g.neg());
        binary(BinaryOp.MUL, (g, a, b, y) -> g.mul(b), (g, a, b, y) -> g.mul(a));
        binary(
                BinaryOp.DIV,
                (g, a, b, y) -> g.div(b),
                (g, a, b, y) -> g.mul(y).div(b).neg());
        binary(BinaryOp.MAXIMUM, (g, a, b, y) -> g.mul(wins(a, b)), (g, a, b, y) -> g.mul(wins(b, a)));
        binary(BinaryOp.MINIMUM, (g, a, b, y) -> g.mul(wins(b, a)), (g, a, b, y) -> g.mul(wins(a, b)));
    }

    static final Vjp MATMUL = new Vjp(
            (g, y, x) -> g.matmul(false, x[1], true), // g · bᵀ
            (g, y, x) -> x[0].matmul(true, g, false)); // aᵀ · g

    static final Vjp LINEAR = new Vjp(
            (g, y, x) -> g.matmul(false, x[1], true), // g · wᵀ
            (g, y, x) -> x[0].matmul(true, g, false), // xᵀ · g
            (g, y, x) -> g.sum(0));

    static final Vjp LOG_SOFTMAX = new Vjp((g, y, x) -> g.sub(y.exp().mul(g.sum(-1, true)))); // g − softmax(x) Σ g

    static final Vjp RESHAPE = new Vjp((g, y, x) -> g.reshape(x[0].shape()));

    static final Vjp BROADCAST_TO = new Vjp((g, y, x) -> g.sumTo(x[0].shape()));

    private final Rule[] rules;

    private Vjp(Rule... rules) {
        this.rules = rules;
    }

    /** The rule of {@code op}; null where the function is piecewise constant: its results are constants. */
    static @Nullable Vjp of(UnaryOp op) {
        return UNARY.get(op);
    }

    /** The rule of {@code op}; null for comparisons: their results are constants. */
    static @Nullable Vjp of(BinaryOp op) {
        return BINARY.get(op);
    }

    static Vjp affine(float scale) {
        return new Vjp((g, y, x) -> g.mul(scale));
    }

    /** 1 inside the bounds, and on them. */
    static Vjp clamp(float low, float high) {
        return new Vjp((g, y, x) -> g.mul(x[0].greaterEqual(low)).mul(x[0].neg().greaterEqual(-high)));
    }

    /** Each operand gets the gradient where it was chosen. */
    static Vjp where(Tensor mask) {
        return new Vjp((g, y, x) -> mask.where(g, g.zeros(g.shape())), (g, y, x) -> mask.where(g.zeros(g.shape()), g));
    }

    static Vjp sum(int axis) {
        return new Vjp((g, y, x) -> g.reshape(x[0].shape().reduced(axis, true)).broadcastTo(x[0].shape()));
    }

    /** Elements that tie for the maximum share its gradient. */
    static Vjp max(int axis) {
        return new Vjp((g, y, x) -> {
            Shape kept = x[0].shape().reduced(axis, true);
            Tensor ties = x[0].equal(y.reshape(kept));
            return ties.mul(g.reshape(kept)).div(ties.sum(axis, true));
        });
    }

    static Vjp permute(int[] axes) {
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            inverse[axes[i]] = i;
        }
        return new Vjp((g, y, x) -> g.permute(inverse));
    }

    static Vjp slice(int axis, int from, int to) {
        return new Vjp((g, y, x) -> {
            Shape whole = x[0].shape();
            Tensor before = g.zeros(whole.with(axis, from));
            Tensor after = g.zeros(whole.with(axis, whole.extent(axis) - to));
            return before.concat(axis, g, after);
        });
    }

    static Vjp concat(int axis, Tensor[] parts) {
        Rule[] rules = new Rule[parts.length];
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            int from = start;
            int to = from + parts[i].shape().extent(axis);
            rules[i] = (g, y, x) -> g.slice(axis, from, to);
            start = to;
        }
        return new Vjp(rules);
    }

    static Vjp gatherRows(int[] rows) {
        return new Vjp((g, y, x) -> g.scatterAddRows(rows, x[0].shape().extent(0)));
    }

    static Vjp scatterAddRows(int[] rows) {
        return new Vjp((g, y, x) -> g.gatherRows(rows));
    }

    /** The gradient of the loss with respect to input {@code k}. */
    Tensor pull(int k, Tensor g, Tensor y, Tensor[] x) {
        return rules[k].pull(g, y, x);
    }

    /** 1 where a is the larger, ½ where the two are equal. */
    private static Tensor wins(Tensor a, Tensor b) {
        return a.greater(b).add(a.greaterEqual(b)).mul(0.5f);
    }

    private static void unary(UnaryOp op, UnaryRule rule) {
        UNARY.put(op, new Vjp((g, y, x) -> rule.pull(g, x[0], y)));
    }

    /** Each operand was broadcast: its gradient is summed back over the axes on which it was repeated. */
    private static void binary(BinaryOp op, BinaryRule toA, BinaryRule toB) {
        BINARY.put(
                op,
                new Vjp(
                        (g, y, x) -> toA.pull(g, x[0], x[1], y).sumTo(x[0].shape()),
                        (g, y, x) -> toB.pull(g, x[0], x[1], y).sumTo(x[1].shape())));
    }
}
