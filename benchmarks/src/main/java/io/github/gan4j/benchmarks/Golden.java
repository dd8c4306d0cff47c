package io.github.gan4j.benchmarks;

import io.github.gan4j.benchmarks.GoldenGames.Row;
import io.github.gan4j.plan.Presets;
import io.github.gan4j.run.Run;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.train.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The golden record: one line for a short training of every kind of game, with fingerprints of its weights, events, pictures
 * and of what is made of its checkpoint. A change of the program's shape must leave all of them as they were. The bits depend
 * on processor and libtorch, so no record lies in the repository: make one on the commit to compare with,
 * {@code benchmarks/run golden --to FILE}, then run {@code benchmarks/run golden --against FILE} on the changed tree. For a
 * commit that is older than this program copy the files {@code Golden*.java}, {@code Speed.java} and {@code benchmarks/run}
 * into a worktree of that commit.
 */
final class Golden {
    private Golden() {}

    /**
     * Trains, prints and compares.
     *
     * @param options {@code --to FILE}, {@code --against FILE}, {@code --only PART} of the names
     * @return whether nothing differs
     */
    static boolean measure(List<String> options) throws IOException {
        Engine.useThreads(1);
        String only = option(options, "--only").orElse("");
        Map<String, String> found = new LinkedHashMap<>();
        Path root = Files.createTempDirectory("gan4j-golden");
        try {
            for (Row row : GoldenGames.all(GoldenFolders.draw(root))) {
                if (!row.name().contains(only)) continue;
                found.put(row.name(), line(row, root.resolve("run")));
                System.out.println(row.name() + " " + found.get(row.name()));
                delete(root.resolve("run"));
            }
        } finally {
            delete(root);
        }
        Optional<String> to = option(options, "--to");
        if (to.isPresent()) Files.write(Path.of(to.get()), lines(found));
        Optional<String> against = option(options, "--against");
        return against.isEmpty() || same(read(Path.of(against.get()), only), found);
    }

    private static Optional<String> option(List<String> options, String name) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? Optional.of(options.get(at + 1)) : Optional.empty();
    }

    private static String line(Row row, Path path) throws IOException {
        String ending = trained(row, path);
        Map<String, String> prints = new LinkedHashMap<>(Map.of("ended", ending));
        if (Files.isDirectory(path)) prints.putAll(GoldenPrint.of(path));
        return prints.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** How the training ended; that a player broke is an ending, too. */
    private static String trained(Row row, Path path) {
        try (Run run = Run.start(Presets.draft(row.preset()).set(row.settings()).plan(), path, line -> {})) {
            return run.train(new Listener() {}).name();
        } catch (IOException broken) {
            System.err.println(row.name() + ": " + broken.getMessage());
            return "broken";
        } catch (IllegalArgumentException refused) {
            System.err.println(row.name() + ": " + refused.getMessage());
            return "refused";
        }
    }

    private static List<String> lines(Map<String, String> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach((name, prints) -> lines.add(name + " " + prints));
        return lines;
    }

    private static Map<String, String> read(Path file, String only) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(" ", 2);
            if (cells.length == 2 && cells[0].contains(only)) rows.put(cells[0], cells[1]);
        }
        return rows;
    }

    private static boolean same(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Map<String, String> old = prints(before.getOrDefault(name, "")), fresh = prints(now.getOrDefault(name, ""));
            TreeSet<String> keys = new TreeSet<>(old.keySet());
            keys.addAll(fresh.keySet());
            for (String key : keys) {
                String was = old.getOrDefault(key, "none"), is = fresh.getOrDefault(key, "none");
                if (!was.equals(is)) differences.add(name + ": " + key + " was " + was + ", is " + is);
            }
        }
        System.out.println(
                differences.isEmpty() ? "all " + now.size() + " rows as before" : differences.size() + " differences:");
        differences.forEach(System.out::println);
        return differences.isEmpty();
    }

    private static Map<String, String> prints(String line) {
        Map<String, String> prints = new LinkedHashMap<>();
        for (String one : line.split(" "))
            if (!one.isEmpty()) prints.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        return prints;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
