package org.ascentrl.tensor;

/** A stretch of work whose storages die together when it closes. Scopes nest and close in reverse order. */
public interface Scope extends AutoCloseable {

    @Override
    void close();
}
