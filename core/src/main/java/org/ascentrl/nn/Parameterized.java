package org.ascentrl.nn;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;

/** An object with parameters that are learned. Unless it says otherwise, they are all of its state. */
public interface Parameterized extends Stateful {

    /** Returns the parameters, each once, in a fixed order. */
    List<Parameter> parameters();

    @Override
    default void state(State s) {
        parameters().forEach(p -> p.state(s));
    }
}
