package org.ascentrl.archfixture.code.training;

public final class Stopwatch {

    long read() {
        return System.nanoTime();
    }
}
