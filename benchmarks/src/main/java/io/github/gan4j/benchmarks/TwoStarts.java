package io.github.gan4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Starts every pair of commands that train into one folder, one a random time after the other: a file that lay there before
 * stays, at least one of both does its work, and what it has made is whole. The first loss is an error; its folder stays.
 */
final class TwoStarts {
    private static final long MOST_DELAY_MILLIS = 6000;

    private TwoStarts() {}

    private static List<ChildProcess> programs() {
        String small = " --threads 1 --out OUT";
        return List.of(
                new ChildProcess("train", "train ring --images 4000" + small),
                new ChildProcess("resume", "resume OUT"),
                new ChildProcess(
                        "tune",
                        "tune ring --images 2000 --vary batchSize=[64,128] --seeds 1 --all --minutes 0.2" + small),
                new ChildProcess("bench", "bench ring --seeds 1 --budget 0.002 --recipe own" + small));
    }

    static void measure(int count) throws Exception {
        Path place = Files.createTempDirectory("gan4j-pairs");
        Random random = new Random(count);
        List<ChildProcess> programs = programs();
        int done = 0, both = 0;
        for (int at = 0; at < count; at++) {
            ChildProcess first = programs.get(at % programs.size()),
                    second = programs.get(at / programs.size() % programs.size());
            Path out = place.resolve(at + "-" + first.name() + "-" + second.name());
            if (first.name().equals("resume") || second.name().equals("resume")) begun(out);
            Process one = first.start(out, false);
            Thread.sleep((long) (random.nextDouble() * MOST_DELAY_MILLIS));
            Process other = second.start(out, false);
            int codes = (one.waitFor() == 0 ? 1 : 0) + (other.waitFor() == 0 ? 1 : 0);
            if (codes == 0) throw new IOException("neither did its work, see " + ChildProcess.log(out));
            if (!ChildProcess.leftovers(out).isEmpty())
                throw new IOException("left behind: " + ChildProcess.leftovers(out));
            ChildProcess.results(out);
            String log = Files.readString(ChildProcess.log(out));
            if (log.contains("\tat ")) throw new IOException("a stack trace, see " + ChildProcess.log(out));
            done++;
            both += codes - 1;
        }
        System.out.printf("%d pairs: nothing lost; in %d both did their work, one after the other%n", done, both);
        Golden.delete(place);
    }

    /** A run that is not finished. */
    private static void begun(Path out) throws Exception {
        new ChildProcess("train", "train ring --images 1000 --threads 1 --out OUT").finish(out, false);
        Path plan = out.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(plan).replaceFirst("images: 1000", "images: 4000"));
    }
}
