package org.ascentrl.archfixture.code.app;

import java.io.PrintStream;

public final class Console {

    PrintStream stream() {
        return System.out;
    }
}
