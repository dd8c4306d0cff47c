package io.github.gan4j.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The limits of a numeric option, checked before the verb runs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Within {
    double least();

    /** Unlimited by default. */
    double most() default Double.POSITIVE_INFINITY;
}
