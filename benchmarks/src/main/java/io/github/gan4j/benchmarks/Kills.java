package io.github.gan4j.benchmarks;

import io.github.gan4j.files.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Kills commands of gan4j (SIGKILL) at random moments, lets them go on and compares: the results are those of commands that
 * were never killed, and no temporary stays. The first that differs is an error; its folder stays.
 */
final class Kills {
    private static final String SMALL = " --threads 1 --set record.checkpoints.images=2000";

    private Kills() {}

    private static List<ChildProcess> programs(Path run, String images) {
        return List.of(
                new ChildProcess("train", "train ring --images 12000 --out OUT/run" + SMALL)
                        .resumedBy("resume OUT/run"),
                new ChildProcess("bench", "bench ring --seeds 1 --budget 0.002 --recipe own --threads 1 --out OUT"),
                new ChildProcess(
                        "tune", "tune ring --images 4000 --vary batchSize=[64,128] --seeds 1 --all --out OUT" + SMALL),
                new ChildProcess("sample", "sample " + run + " --count 500 --overwrite --out OUT/samples.png"),
                new ChildProcess("walk", "walk " + run + " --frames 200 --overwrite --out OUT/walk.gif"),
                new ChildProcess(
                        "export", "export " + run + " --format onnx,safetensors --overwrite --to OUT/exported"),
                new ChildProcess("report", "report " + run + " --overwrite --out OUT/report.html"),
                new ChildProcess("pack", "data pack " + images + " --overwrite --crop --size 16 --out OUT/set.zip"));
    }

    static void measure(int count, String only) throws Exception {
        Path place = Files.createTempDirectory("gan4j-kills");
        Path trained = Files.createDirectory(place.resolve("trained"));
        new ChildProcess(
                        "train",
                        "train mnist-dcgan --data strokes --set data.size=16 --set metrics=none --images 256 --out OUT/run"
                                + " --threads 1")
                .finish(trained, false);
        for (ChildProcess program :
                programs(trained.resolve("run"), GoldenFolders.draw(place).get("folder")))
            if (program.name().contains(only)) measure(program, count, place);
        Golden.delete(place);
    }

    private static void measure(ChildProcess program, int count, Path place) throws Exception {
        Random random = new Random(program.name().hashCode());
        Path whole = Files.createDirectory(place.resolve(program.name()));
        prepare(program, whole);
        long from = System.nanoTime();
        program.finish(whole, false);
        long nanos = System.nanoTime() - from;
        TreeMap<String, String> expected = ChildProcess.results(whole);
        int inTime = 0;
        for (int kill = 0; kill < count; kill++) {
            Path out = Files.createDirectory(place.resolve(program.name() + "-" + kill));
            prepare(program, out);
            Process process = program.start(out, false);
            if (!process.waitFor((long) (nanos * (0.2 + 0.8 * random.nextDouble())), TimeUnit.NANOSECONDS)) inTime++;
            process.destroyForcibly().waitFor();
            RunFolder run = new RunFolder(out.resolve("run"));
            boolean begun = !run.checkpoints().list().isEmpty();
            if (!begun && Files.exists(run.path())) Golden.delete(run.path());
            program.finish(out, begun);
            if (!ChildProcess.results(out).equals(expected))
                throw new IllegalStateException(program.name() + " gives other results after a kill, see " + out);
            if (!ChildProcess.leftovers(out).isEmpty())
                throw new IllegalStateException("left behind: " + ChildProcess.leftovers(out));
        }
        System.out.printf(
                "%-8s %d kills, %d before its end: the same results, nothing left%n", program.name(), count, inTime);
    }

    /** How far a race goes depends on the clock, but where that has been decided. */
    private static void prepare(ChildProcess program, Path out) throws Exception {
        if (program.name().equals("tune"))
            Files.writeString(out.resolve("clock.json"), "{\"images\": 0, \"seconds\": 0, \"rounds\": [4000]}");
    }
}
