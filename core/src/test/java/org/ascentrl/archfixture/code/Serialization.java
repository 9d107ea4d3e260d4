package org.ascentrl.archfixture.code;

import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.Serializable;

public interface Serialization {

    record Declared(int number) implements Serializable {}

    final class ByHand implements Externalizable {
        private static final long serialVersionUID = 1;

        @Override
        public void writeExternal(ObjectOutput out) {}

        @Override
        public void readExternal(ObjectInput in) {}
    }

    record Reading(ObjectInputStream in) {}

    record Writing(ObjectOutputStream out) {}

    enum Inherited {
        ONE
    }

    final class InheritedToo extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
