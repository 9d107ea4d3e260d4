package org.ascentrl.archfixture.backend.djl;

import ai.djl.ndarray.NDArray;

public record Libraries(NDArray array) {}
