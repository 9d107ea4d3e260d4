package org.ascentrl.archfixture.env;

import ai.djl.ndarray.NDArray;

public record Libraries(NDArray array) {}
