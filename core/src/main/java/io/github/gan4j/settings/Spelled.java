package io.github.gan4j.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record of one text: a choice of words, of which the last begins a family, as in {@code cpu}, {@code cuda:N}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Spelled {
    /** The words, and the family as people read it. */
    String[] value();

    /** Matches every member of the family. */
    String family();
}
