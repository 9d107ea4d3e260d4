package org.ascentrl.archfixture.code.examples;

public final class Stopwatch {

    long read() {
        return System.nanoTime();
    }
}
