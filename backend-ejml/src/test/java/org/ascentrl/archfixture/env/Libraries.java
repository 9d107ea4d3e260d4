package org.ascentrl.archfixture.env;

import org.ejml.data.FMatrixRMaj;

public record Libraries(FMatrixRMaj matrix) {}
