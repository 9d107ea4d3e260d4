package org.ascentrl.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ascentrl.env.space.Actions;
import org.ascentrl.env.space.Discrete;
import org.ascentrl.env.space.Masks;
import org.ascentrl.env.space.MultiDiscrete;
import org.ascentrl.random.RowRandom;
import org.ascentrl.tensor.Tensor;
import org.ascentrl.tensor.Tensors;

/** Several independent choices for each row, each a {@link Categorical} over its part of the logits. */
public final class MultiCategorical implements Distribution {

    private final List<Categorical> parts = new ArrayList<>();

    /**
     * @param logits [N, C], the logits of the first integer, then those of the second, and so on
     * @param masks [N, C], the action masks
     * @throws IllegalArgumentException if a row has no valid choice for an integer
     */
    public MultiCategorical(Tensor logits, Masks masks, MultiDiscrete space, Tensors tensors) {
        int from = 0;
        for (int i = 0; i < space.integers(); i++) {
            int to = from + space.n(i);
            parts.add(new Categorical(
                    logits.slice(1, from, to),
                    masks.columns(from, to),
                    new Discrete(space.n(i), space.start(i)),
                    tensors));
            from = to;
        }
    }

    /** Σ over the integers of log π */
    @Override
    public Tensor logProb(Actions actions) {
        List<Tensor> logProbs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            logProbs.add(parts.get(i).logProb(column(actions, i)));
        }
        return sum(logProbs, t -> t);
    }

    private int[] column(Actions actions, int i) {
        int[] column = new int[actions.rows()];
        for (int row = 0; row < column.length; row++) {
            column[row] = actions.integers()[row * parts.size() + i];
        }
        return column;
    }

    /** Σ over the integers */
    @Override
    public Tensor entropy() {
        return sum(parts, Categorical::entropy);
    }

    /** Σ over the integers */
    @Override
    public Tensor kl(Distribution other) {
        List<Categorical> others = Distribution.alike(this, other).parts;
        List<Tensor> terms = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            terms.add(parts.get(i).kl(others.get(i)));
        }
        return sum(terms, t -> t);
    }

    private static <T> Tensor sum(List<T> terms, Function<T, Tensor> tensor) {
        Tensor sum = tensor.apply(terms.get(0));
        for (T term : terms.subList(1, terms.size())) {
            sum = sum.add(tensor.apply(term));
        }
        return sum;
    }

    @Override
    public void sample(RowRandom random, Actions out) {
        fill(out, (part, logits, row) -> part.draw(logits, row, random.row(row)));
    }

    @Override
    public void mode(Actions out) {
        fill(out, Categorical::mostProbable);
    }

    private void fill(Actions out, Choice choice) {
        List<float[]> logits = parts.stream().map(Categorical::logits).toList();
        for (int row = 0; row < out.rows(); row++) {
            for (int i = 0; i < parts.size(); i++) {
                out.integers()[row * parts.size() + i] = choice.of(parts.get(i), logits.get(i), row);
            }
        }
    }

    private interface Choice {
        int of(Categorical part, float[] logits, int row);
    }
}
