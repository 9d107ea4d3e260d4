package org.ascentrl.backend.nd4j;

import org.bytedeco.openblas.global.openblas_nolapack;

/** Products of matrices by the OpenBLAS that ND4J brings, called directly: ND4J's own way is by column-major results. */
final class Products {

    private Products() {}

    /** out ← a · b + beta out, each operand transposed first if asked; no axis is empty. */
    static void multiply(
            Nd4jStorage a, boolean transposeA, Nd4jStorage b, boolean transposeB, float beta, Nd4jStorage out) {
        openblas_nolapack.cblas_sgemm(
                openblas_nolapack.CblasRowMajor,
                transposeA ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                transposeB ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans,
                out.shape().extent(0),
                out.shape().extent(1),
                a.shape().extent(transposeA ? 0 : 1),
                1,
                a.pointer(),
                a.shape().extent(1),
                b.pointer(),
                b.shape().extent(1),
                beta,
                out.pointer(),
                out.shape().extent(1));
    }
}
