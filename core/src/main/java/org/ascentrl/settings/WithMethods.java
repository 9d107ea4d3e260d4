package org.ascentrl.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.lang.model.element.Modifier;

/**
 * Generates a builder of a settings record, and the interface {@code With} of methods that return a changed copy. The
 * record implements it: {@code record PpoSettings(..) implements PpoSettingsBuilder.With}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        builderClassModifiers = {Modifier.PUBLIC, Modifier.FINAL},
                        addStaticBuilder = false))
public @interface WithMethods {}
