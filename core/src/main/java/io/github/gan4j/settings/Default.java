package io.github.gan4j.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a record component that is not written, as YAML. A group of keys is laid over the defaults inside it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();

    /** Whether the default switches the component off, so that it has no effect and is left out when written. */
    boolean off() default false;
}
