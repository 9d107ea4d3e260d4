package org.ascentrl.distribution;

/** Thrown when numbers that are no longer finite show that training diverged. */
public final class DivergenceException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    /** @param finding the number that is not finite, such as {@code "an action of the policy is NaN"} */
    public DivergenceException(String finding) {
        super(finding + ": training diverged. Try a lower learning rate, or clip the gradient");
    }
}
