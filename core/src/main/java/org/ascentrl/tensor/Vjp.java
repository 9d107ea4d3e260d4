package org.ascentrl.tensor;

import static org.ascentrl.tensor.BinaryOp.ADD;
import static org.ascentrl.tensor.BinaryOp.DIV;
import static org.ascentrl.tensor.BinaryOp.MAXIMUM;
import static org.ascentrl.tensor.BinaryOp.MINIMUM;
import static org.ascentrl.tensor.BinaryOp.MUL;
import static org.ascentrl.tensor.BinaryOp.SUB;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gradient rules: for y = f(x₀, x₁, ..) and the gradient g of the loss with respect to y, a rule gives the gradient
 * with respect to each input, the vector-Jacobian product gᵀ ∂y/∂xₖ. Rules are made of the same operations, so they have
 * gradients, too.
 *
 * <p>An operation without a rule is piecewise constant: its results are constants.
 */
final class Vjp {

    /** The gradient with respect to input {@code k}. */
    @FunctionalInterface
    interface Rule<O> {
        Tensor pull(O op, int k, Tensor g, Tensor y, Tensor[] x);
    }

    /** The gradient with respect to one of the inputs. */
    @FunctionalInterface
    private interface InputRule<O> {
        Tensor pull(O op, Tensor g, Tensor y, Tensor[] x);
    }

    @FunctionalInterface
    private interface UnaryRule {
        Tensor pull(Tensor g, Tensor x, Tensor y);
    }

    @FunctionalInterface
    private interface BinaryRule {
        Tensor pull(Tensor g, Tensor a, Tensor b, Tensor y);
    }

    private static final Map<Object, Rule<?>> RULES = new HashMap<>();

    static {
        unary(UnaryOp.NEG, (g, x, y) -> g.neg());
        unary(UnaryOp.ABS, (g, x, y) -> g.mul(x.sign()));
        unary(UnaryOp.SQUARE, (g, x, y) -> g.mul(x).mul(2));
        unary(UnaryOp.SQRT, (g, x, y) -> g.div(y).mul(0.5));
        unary(UnaryOp.RECIPROCAL, (g, x, y) -> g.mul(y.square()).neg());
        unary(UnaryOp.EXP, (g, x, y) -> g.mul(y));
        unary(UnaryOp.LOG, (g, x, y) -> g.div(x));
        unary(UnaryOp.TANH, (g, x, y) -> g.mul(y.square().affine(-1, 1)));
        unary(UnaryOp.SIGMOID, (g, x, y) -> g.mul(y).mul(y.affine(-1, 1)));
        unary(UnaryOp.SOFTPLUS, (g, x, y) -> g.mul(x.sigmoid()));
        unary(UnaryOp.RELU, (g, x, y) -> g.mul(y.sign()));

        binary(ADD, (g, a, b, y) -> g, (g, a, b, y) -> g);
        binary(SUB, (g, a, b, y) -> g, (g, a, b, y) -> g.neg());
        binary(MUL, (g, a, b, y) -> g.mul(b), (g, a, b, y) -> g.mul(a));
        binary(DIV, (g, a, b, y) -> g.div(b), (g, a, b, y) -> g.mul(y).div(b).neg());
        binary(MAXIMUM, (g, a, b, y) -> g.mul(wins(a, b)), (g, a, b, y) -> g.mul(wins(b, a)));
        binary(MINIMUM, (g, a, b, y) -> g.mul(wins(b, a)), (g, a, b, y) -> g.mul(wins(a, b)));

        rule(Op.Affine.class, (f, g, y, x) -> g.mul(f.scale()));
        rule(
                Op.Clamp.class,
                (f, g, y, x) -> g.mul(x[0].greaterEqual(f.low()))
                        .mul(x[0].neg().greaterEqual(-f.high()))); // inside the bounds, and on them
        rule(
                Op.Where.class,
                (f, g, y, x) -> g.zeros(g.shape()),
                (f, g, y, x) -> x[0].where(g, g.zeros(g.shape())),
                (f, g, y, x) -> x[0].where(g.zeros(g.shape()), g));
        rule(
                Op.MatMul.class,
                (f, g, y, x) -> f.transposeA() // g · bᵀ
                        ? x[1].matmul(f.transposeB(), g, true)
                        : g.matmul(false, x[1], !f.transposeB()),
                (f, g, y, x) -> f.transposeB() // aᵀ · g
                        ? g.matmul(true, x[0], f.transposeA())
                        : x[0].matmul(!f.transposeA(), g, false));
        rule(
                Op.Linear.class,
                (f, g, y, x) -> g.matmul(false, x[1], true), // g · wᵀ
                (f, g, y, x) -> x[0].matmul(true, g, false), // xᵀ · g
                (f, g, y, x) -> g.sum(0));
        rule(Op.LogSoftmax.class, (f, g, y, x) -> g.sub(y.exp().mul(g.sum(-1, true)))); // g − softmax(x) Σ g
        rule(Op.Sum.class, (f, g, y, x) -> kept(g, f.axis(), x[0]).broadcastTo(x[0].shape()));
        rule(Op.Max.class, (f, g, y, x) -> {
            Tensor ties = x[0].equal(kept(y, f.axis(), x[0]));
            return ties.mul(kept(g, f.axis(), x[0])).div(ties.sum(f.axis(), true)); // shared by those that tie
        });
        rule(Op.BroadcastTo.class, (f, g, y, x) -> sumTo(g, x[0].shape()));
        rule(Op.Reshape.class, (f, g, y, x) -> g.reshape(x[0].shape()));
        rule(Op.Permute.class, (f, g, y, x) -> g.permute(inverse(f.axes())));
        rule(Op.Slice.class, (f, g, y, x) -> {
            Shape whole = x[0].shape();
            Tensor before = g.zeros(whole.with(f.axis(), f.from()));
            Tensor after = g.zeros(whole.with(f.axis(), whole.extent(f.axis()) - f.to()));
            return before.concat(f.axis(), g, after);
        });
        RULES.put(Op.Concat.class, (Rule<Op.Concat>) (f, k, g, y, x) -> {
            int from = 0;
            for (int i = 0; i < k; i++) {
                from += x[i].shape().extent(f.axis());
            }
            return g.slice(f.axis(), from, from + x[k].shape().extent(f.axis()));
        });
        rule(
                Op.GatherRows.class,
                (f, g, y, x) -> g.scatterAddRows(f.rows(), x[0].shape().extent(0)));
        rule(Op.ScatterAddRows.class, (f, g, y, x) -> g.gatherRows(f.rows()));
    }

    private Vjp() {}

    /** Returns the rule of {@code op}, or null if it has no gradient. */
    @SuppressWarnings("unchecked") // an operation's rule takes operations of its class
    static @Nullable Rule<Op> of(Op op) {
        return (Rule<Op>) RULES.get(op instanceof Enum<?> ? op : op.getClass());
    }

    @SafeVarargs
    private static <O extends Op> void rule(Class<O> type, InputRule<O>... rules) {
        RULES.put(type, (Rule<O>) (op, k, g, y, x) -> rules[k].pull(op, g, y, x));
    }

    private static void unary(UnaryOp op, UnaryRule rule) {
        rule(op, (f, k, g, y, x) -> rule.pull(g, x[0], y));
    }

    /** Each operand was broadcast: its gradient is summed back over the axes on which it was repeated. */
    private static void binary(BinaryOp op, BinaryRule toA, BinaryRule toB) {
        BinaryRule[] rules = {toA, toB};
        rule(op, (f, k, g, y, x) -> sumTo(rules[k].pull(g, x[0], x[1], y), x[k].shape()));
    }

    private static void rule(Object key, Rule<Op> rule) {
        RULES.put(key, rule);
    }

    /** Sums over the axes on which {@code target} was repeated to become the shape of {@code g}. */
    private static Tensor sumTo(Tensor g, Shape target) {
        Tensor sum = g;
        while (sum.shape().rank() > target.rank()) {
            sum = sum.sum(0);
        }
        for (int axis = 0; axis < target.rank(); axis++) {
            if (target.extent(axis) == 1 && sum.shape().extent(axis) != 1) {
                sum = sum.sum(axis, true);
            }
        }
        return sum;
    }

    /** 1 where a is the larger, ½ where the two are equal. */
    private static Tensor wins(Tensor a, Tensor b) {
        return a.greater(b).add(a.greaterEqual(b)).mul(0.5);
    }

    /** Returns a reduction over an axis of x, with that axis of extent 1 again. */
    private static Tensor kept(Tensor reduced, int axis, Tensor x) {
        return reduced.reshape(x.shape().reduced(axis, true));
    }

    private static int[] inverse(int[] axes) {
        int[] inverse = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            inverse[axes[i]] = i;
        }
        return inverse;
    }
}
