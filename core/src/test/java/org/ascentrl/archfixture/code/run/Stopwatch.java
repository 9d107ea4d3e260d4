package org.ascentrl.archfixture.code.run;

public final class Stopwatch {

    long read() {
        return System.nanoTime();
    }
}
