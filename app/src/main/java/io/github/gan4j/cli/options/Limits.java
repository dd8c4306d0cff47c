package io.github.gan4j.cli.options;

import io.github.gan4j.settings.Check;
import java.lang.reflect.Field;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Checks the options of a command line against their {@link Within} limits. */
public final class Limits {
    private Limits() {}

    /** @throws ParameterException for the first option whose value is out of range */
    public static void check(ParseResult parsed) {
        try {
            parsed.matchedOptions().forEach(Limits::check);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(parsed.commandSpec().commandLine(), wrong.getMessage(), wrong);
        }
        if (parsed.hasSubcommand()) check(parsed.subcommand());
    }

    private static void check(OptionSpec option) {
        if (!(option.userObject() instanceof Field field) || !field.isAnnotationPresent(Within.class)) return;
        Within limits = field.getAnnotation(Within.class);
        Object value = option.getValue() instanceof Optional<?> given ? given.orElseThrow() : option.getValue();
        if (value instanceof Double number) Check.between(option.longestName(), number, limits.least(), limits.most());
        else check(option.longestName(), ((Number) value).longValue(), limits);
    }

    private static void check(String name, long value, Within limits) {
        if (Double.isInfinite(limits.most())) Check.atLeast(name, value, (long) limits.least());
        else Check.between(name, value, (long) limits.least(), (long) limits.most());
    }
}
