package org.ascentrl.tensor;

/** The float32 elements of a tensor, held by the backend that made them. Opaque to everyone else. */
public interface Storage {

    Shape shape();
}
