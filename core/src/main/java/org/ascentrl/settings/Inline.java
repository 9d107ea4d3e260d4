package org.ascentrl.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a component that is a record from the keys of the enclosing section, instead of from a section of its own: for
 * settings that several records share.
 *
 * <pre>{@code
 * record ReplaySettings(int warmUp, int batchSize) {}
 *
 * record DqnSettings(boolean doubleQ, @Inline ReplaySettings replay) {} // dqn { double-q, warm-up, batch-size }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
