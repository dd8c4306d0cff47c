package io.github.gan4j.cli.terminal;

import io.github.gan4j.data.Survey.ClassCount;
import io.github.gan4j.numbers.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Classes with how many images each has, a line each; of very many the first that have any. */
public final class ClassLines {
    private static final int MOST = 200;

    private ClassLines() {}

    public static List<String> of(List<ClassCount> classes) {
        boolean all = classes.size() <= MOST;
        List<String> lines = new ArrayList<>(classes.stream()
                .filter(each -> all || each.images() > 0)
                .limit(MOST)
                .map(each -> "%8d  %s".formatted(each.images(), each.name()))
                .toList());
        if (lines.size() < classes.size())
            lines.add("          and " + Numbers.grouped(classes.size() - lines.size()) + " more classes");
        return lines;
    }
}
