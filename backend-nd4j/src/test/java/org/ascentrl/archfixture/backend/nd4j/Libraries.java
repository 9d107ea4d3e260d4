package org.ascentrl.archfixture.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

public record Libraries(INDArray array) {}
