package org.ascentrl.nn;

import java.util.List;
import org.ascentrl.state.State;
import org.ascentrl.state.Stateful;
import org.ascentrl.tensor.Parameter;

/** Something that learns by its parameters. Unless it says otherwise, they are all of its state. */
public interface Parameterized extends Stateful {

    /** Its parameters, each once, in an order that does not vary. */
    List<Parameter> parameters();

    @Override
    default void state(State s) {
        parameters().forEach(p -> p.state(s));
    }
}
