package org.ascentrl.archfixture.code.app;

public final class Stopwatch {

    long read() {
        return System.nanoTime();
    }
}
