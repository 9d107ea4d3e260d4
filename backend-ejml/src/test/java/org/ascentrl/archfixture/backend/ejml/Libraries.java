package org.ascentrl.archfixture.backend.ejml;

import org.ejml.data.FMatrixRMaj;

public record Libraries(FMatrixRMaj matrix) {}
