package org.ascentrl.archfixture.code.examples;

import java.io.PrintStream;

public final class Console {

    PrintStream stream() {
        return System.out;
    }
}
