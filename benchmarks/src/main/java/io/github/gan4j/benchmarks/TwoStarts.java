package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Starts every pair of commands that train into one folder, and pairs of one command that writes one file, the second a random
 * time after the first: at least one of both does its work, and what it has made is whole. In every fifth pair the folder
 * holds somebody's file: then both must refuse, or leave it as it is. The first loss is an error; its folder stays.
 */
final class TwoStarts {
    private static final long MOST_DELAY_MILLIS = 4000;
    private static final int REPORTED = 20;
    private static final String NOTE = "somebody's own";

    private record Pair(ChildProcess first, ChildProcess second) {
        boolean resumes() {
            return first.name().equals("resume") || second.name().equals("resume");
        }
    }

    private TwoStarts() {}

    private static List<Pair> pairs(String run, String images) {
        String small = " --threads 1 --out OUT";
        List<ChildProcess> trainings = List.of(
                new ChildProcess("train", "train ring --images 4000" + small),
                new ChildProcess("resume", "resume OUT"),
                new ChildProcess(
                        "tune",
                        "tune ring --images 2000 --vary batchSize=[64,128] --seeds 1 --all --minutes 0.2" + small),
                new ChildProcess("bench", "bench ring --seeds 1 --budget 0.002 --recipe own" + small));
        List<Pair> pairs = new ArrayList<>();
        for (ChildProcess first : trainings) for (ChildProcess second : trainings) pairs.add(new Pair(first, second));
        for (ChildProcess writer : List.of(
                new ChildProcess("sample", "sample " + run + " --overwrite --out OUT/samples.png"),
                new ChildProcess("walk", "walk " + run + " --overwrite --out OUT/walk.gif"),
                new ChildProcess("export", "export " + run + " --format safetensors --overwrite --to OUT/exported"),
                new ChildProcess("pack", "data pack " + images + " --overwrite --crop --size 16 --out OUT/set.zip")))
            pairs.add(new Pair(writer, writer));
        return pairs;
    }

    static void measure(int count) throws Exception {
        Path place = Files.createTempDirectory("gan4j-pairs");
        Path trained = place.resolve("trained");
        new ChildProcess(
                        "train",
                        "train mnist-dcgan --data strokes --set data.size=16 --set metrics=none --images 256 --threads 1"
                                + " --out OUT")
                .finish(trained, false);
        List<Pair> pairs = pairs(trained.toString(), GoldenFolders.draw(place).get("folder"));
        Random random = new Random(count);
        int both = 0;
        for (int at = 0; at < count; at++) {
            Pair pair = pairs.get(at % pairs.size());
            Path out = place.resolve(
                    at + "-" + pair.first().name() + "-" + pair.second().name());
            boolean foreign = at % 5 == 4 && !pair.resumes();
            if (pair.resumes()) begun(out);
            else Files.createDirectories(out);
            if (foreign) Files.writeString(out.resolve("notes.txt"), NOTE);
            Process one = pair.first().start(out, false);
            Thread.sleep((long) (random.nextDouble() * MOST_DELAY_MILLIS));
            Process other = pair.second().start(out, false);
            int done = (one.waitFor() == 0 ? 1 : 0) + (other.waitFor() == 0 ? 1 : 0);
            check(out, done, foreign);
            if (done == 2) both++;
            if ((at + 1) % REPORTED == 0) System.out.printf("%d of %d pairs: nothing lost%n", at + 1, count);
        }
        System.out.printf("%d pairs: nothing lost; in %d both did their work%n", count, both);
        Golden.delete(place);
    }

    private static void check(Path out, int done, boolean foreign) throws IOException {
        if (foreign && !Files.readString(out.resolve("notes.txt")).equals(NOTE))
            throw new IOException("a file that lay there is changed, see " + out);
        if (done == 0 && !foreign) throw new IOException("neither did its work, see " + ChildProcess.log(out));
        if (!ChildProcess.leftovers(out).isEmpty())
            throw new IOException("left behind: " + ChildProcess.leftovers(out));
        if (ChildProcess.results(out).isEmpty() && !foreign) throw new IOException("no results, see " + out);
        if (Files.readString(ChildProcess.log(out)).contains("\tat "))
            throw new IOException("a stack trace, see " + ChildProcess.log(out));
    }

    /** A run that is not finished. */
    private static void begun(Path out) throws Exception {
        new ChildProcess("train", "train ring --images 1000 --threads 1 --out OUT").finish(out, false);
        Path plan = out.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(plan).replaceFirst("images: 1000", "images: 4000"));
    }
}
