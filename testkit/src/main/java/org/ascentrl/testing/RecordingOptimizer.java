package org.ascentrl.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.ascentrl.optim.Optimizer;
import org.ascentrl.state.State;
import org.ascentrl.tensor.Gradients;
import org.ascentrl.tensor.Parameter;

/** Keeps the gradients of each step, in double, before another optimizer takes it. Parameters need names of their own. */
public final class RecordingOptimizer implements Optimizer {

    private final Optimizer optimizer;
    private final ReferenceBackend backend;
    private final Map<String, double[]> last = new LinkedHashMap<>();
    private double learningRate;

    /** @param backend that of the parameters */
    public RecordingOptimizer(Optimizer optimizer, ReferenceBackend backend) {
        this.optimizer = optimizer;
        this.backend = backend;
    }

    @Override
    public List<Parameter> parameters() {
        return optimizer.parameters();
    }

    @Override
    public double apply(Gradients gradients, double rate) {
        parameters().forEach(p -> last.put(p.name(), backend.toDoubles(gradients.of(p))));
        learningRate = rate;
        return optimizer.apply(gradients, rate);
    }

    @Override
    public void state(State s) {
        optimizer.state(s);
    }

    /** Of the parameter of that name in the last step. */
    public double[] gradient(String name) {
        return last.get(parameter(name).name());
    }

    /** Of the last step. */
    public double learningRate() {
        return learningRate;
    }

    public double[] values(String name) {
        return backend.toDoubles(parameter(name).tensor().storage());
    }

    public void assign(String name, double... values) {
        Parameter p = parameter(name);
        p.update(own -> backend.assignInPlace(backend.copyOf(values, p.shape()), own));
    }

    private Parameter parameter(String name) {
        return parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no parameter " + name + " among " + parameters()));
    }
}
