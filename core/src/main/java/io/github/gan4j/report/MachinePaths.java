package io.github.gan4j.report;

import java.util.regex.Pattern;

/** Text of a run without the folders of the machine on which it was trained; the names of files stay. */
final class MachinePaths {
    private static final String START = "(?:/|[A-Za-z]:[/\\\\]|\\\\\\\\|~/)";
    /** In quotes, where a path may have spaces. */
    private static final Pattern QUOTED =
            Pattern.compile("([\"'])" + START + "(?:[^\"'\\n]*[/\\\\])?([^\"'/\\\\\\n]+)[/\\\\]?\\1");

    private static final Pattern BARE =
            Pattern.compile("(?<![\\w.…/\\\\>])" + START + "(?:[^\\s\"'`,;{}()\\[\\]]*[/\\\\])?([\\w.+@%~-]+)[/\\\\]?");

    private MachinePaths() {}

    /** {@code /home/me/photos/cats} becomes {@code …/cats}. */
    static String without(String text) {
        return BARE.matcher(QUOTED.matcher(text).replaceAll("$1…/$2$1")).replaceAll("…/$1");
    }
}
