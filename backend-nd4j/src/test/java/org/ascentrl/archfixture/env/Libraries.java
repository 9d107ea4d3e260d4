package org.ascentrl.archfixture.env;

import org.nd4j.linalg.api.ndarray.INDArray;

public record Libraries(INDArray array) {}
