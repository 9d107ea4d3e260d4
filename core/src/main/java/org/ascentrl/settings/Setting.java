package org.ascentrl.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a settings record, for the generated reference, and limits its number.
 *
 * <p>The limits hold for each element of a list, for the value inside an {@link java.util.Optional}, and for a
 * {@link java.time.Duration} in seconds. Components that are no numbers have none. What cannot be said here (a relation
 * between two components, say) belongs into the record's compact constructor, as an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * public record AdamSettings(
 *         @Setting(value = "Term added to the denominator for numerical stability.", min = 0, exclusiveMin = true)
 *         double epsilon) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** The description, in one sentence, with the unit. */
    String value();

    /** The smallest number allowed. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest number allowed. */
    double max() default Double.POSITIVE_INFINITY;

    /** Excludes {@link #min} itself. */
    boolean exclusiveMin() default false;
}
