package org.ascentrl.archfixture.types;

public interface Extension {

    class Open {}

    @SuppressWarnings("ClassCanBeStatic")
    class OpenBelowAbstract extends Abstract {}

    final class Closed {}

    abstract class Abstract {}

    sealed class Sealed permits Known {}

    final class Known extends Sealed {}

    record Data() {}

    enum WithBodies {
        ONE {
            @Override
            int number() {
                return 1;
            }
        };

        abstract int number();
    }

    @interface Mark {}
}
