package io.github.gan4j.studio;

import java.util.regex.Pattern;

/** What went wrong, in one line without the folders of this machine: files and runs keep their own names. */
final class PlainLine {
    private static final Pattern FOLDERS =
            Pattern.compile("(?<![\\w.)])(?:[A-Za-z]:)?(?:[/\\\\][^\\s/\\\\:'\"]+)+[/\\\\](?=[^\\s/\\\\:])");

    private PlainLine() {}

    static String of(Throwable failure) {
        return without(Workshop.line(failure));
    }

    static String without(String line) {
        return FOLDERS.matcher(line).replaceAll("");
    }
}
