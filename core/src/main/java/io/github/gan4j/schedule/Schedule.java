package io.github.gan4j.schedule;

import io.github.gan4j.settings.Kinds;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.util.OptionalLong;

/**
 * A number as a function of the images seen so far.
 *
 * <p>Written form: a plain number for {@link Constant}, else one key that names the form, for example
 * {@code {cosine: {from: 2e-4, to: 1e-5, images: 500000}}}. Two schedules are equal when form and numbers are.
 */
@Kinds(
        value = {LinearRamp.class, Cosine.class, Steps.class},
        plain = Constant.class)
public interface Schedule {

    /**
     * The value after {@code images} images.
     *
     * @throws IllegalArgumentException when {@code images} is negative
     */
    double at(long images);

    /** The smallest value the schedule ever comes to, or comes near; what a limit such as "at least 0" is checked on. */
    double lowest();

    /** The largest value the schedule ever takes. */
    double highest();

    /** The images after which the value stays as it is, 0 for a constant; empty where it never rests or does not know. */
    default OptionalLong rest() {
        return OptionalLong.empty();
    }

    /** Where values that fall come to rest; empty where they do not fall, or never rest. */
    default OptionalLong fallen() {
        OptionalLong rest = rest();
        return rest.isPresent() && at(rest.getAsLong()) < highest() ? rest : OptionalLong.empty();
    }

    /** @throws IllegalArgumentException when a value lies outside; {@code name} is what the message calls the schedule */
    default void requireBetween(String name, double least, double most) {
        if (lowest() < least || highest() > most)
            throw new IllegalArgumentException(
                    name + " must stay between " + least + " and " + most + ", got " + text());
    }

    /**
     * This schedule; over the length of a run where it leaves its own length open. Until then such a one stays at its first
     * value.
     *
     * @param images of the run, at least 1
     */
    default Schedule over(long images) {
        return this;
    }

    /**
     * The same curve over a longer or shorter time: what came after n images comes after n times the factor, at least 1.
     *
     * @param factor above 0
     */
    Schedule stretched(double factor);

    /** The same curve with all its values multiplied, each rounded to four digits for people to read. */
    Schedule times(double factor);

    /** The written form on one line, as settings of a plan take it: {@code {cosine: {from: 2.0E-4, ...}}}. */
    default String text() {
        return Yaml.inline(Settings.write(Schedule.class, this));
    }

    /** The same value for ever. */
    static Schedule constant(double value) {
        return new Constant(value);
    }
}
