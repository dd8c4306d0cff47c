package io.github.gan4j.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose values are written as one key that names the kind, {@code {r1: {gamma: 2}}}. Its known kinds
 * are the records nested in it and those given here; a record of one's own goes by its class name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kinds {
    /** Known kinds that are not nested in the interface. */
    Class<?>[] value() default {};

    /**
     * The name of records nested in the classes of the interface's package that are kinds as well, each called after its
     * outer class: with {@code "Generator"}, {@code Dcgan.Generator} is {@code dcgan}.
     */
    String nested() default "";

    /** Interfaces whose kinds are kinds of this one as well. */
    Class<?>[] also() default {};

    /** The kind of one component that may be written as that component alone. */
    Class<?> plain() default void.class;
}
