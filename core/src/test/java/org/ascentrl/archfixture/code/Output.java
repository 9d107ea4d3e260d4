package org.ascentrl.archfixture.code;

import java.io.PrintStream;
import java.io.UncheckedIOException;

public interface Output {

    final class OfOut {
        PrintStream stream() {
            return System.out;
        }
    }

    final class OfError {
        void print() {
            System.err.println();
        }
    }

    final class OfTrace {
        void print(UncheckedIOException e) {
            e.printStackTrace();
        }
    }

    final class OfGiven {
        void print(PrintStream out) {
            out.println();
        }
    }
}
