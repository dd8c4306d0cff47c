package io.github.gan4j.cli;

import io.github.gan4j.cli.options.ResultFiles;
import io.github.gan4j.cli.options.RunChoice;
import io.github.gan4j.cli.terminal.Screen;
import io.github.gan4j.cli.terminal.SlowNotice;
import io.github.gan4j.data.NamedPicture;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.Comparison;
import io.github.gan4j.restore.Restoration;
import io.github.gan4j.restore.RestorationJob;
import io.github.gan4j.restore.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that {@code restore} and {@code upscale} share, and their work: image by image, whether others fail or not. */
final class RestoreOptions {
    private static final double HALF = 0.5;

    /** Held-out images that a picture is made of. */
    private static final int SHOWN = 12;

    @Mixin
    private RunChoice run;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "IMAGE",
            description = "Image files or folders of images, of any size, grey or colour.")
    private List<Path> images = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results, or FILE.png for a single one (default: beside the images).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--original",
            paramLabel = "FILE|DIR",
            description = "Ground truth (a file, or a folder with the same names); reports PSNR and SSIM.")
    private Optional<Path> original = Optional.empty();

    @Option(names = "--held-out", description = "Degrade and restore the run's held-out images instead of IMAGE.")
    private boolean heldOut;

    @Option(names = "--best", description = "Use the checkpoint with the best metric instead of the newest.")
    private boolean best;

    @Option(
            names = "--towards",
            paramLabel = "RUN",
            description =
                    "A sharper (or softer) run, trained on from this one with --from: use weights between the two.")
    private Optional<Path> towards = Optional.empty();

    @Option(
            names = "--share",
            paramLabel = "N",
            description =
                    "How far to go with --towards, from 0, as RUN itself, to 1, as the other (default: " + HALF + ").")
    private Optional<Double> share = Optional.empty();

    @Mixin
    private ResultFiles results = new ResultFiles();

    @Mixin
    private Screen screen;

    /** @param means over the images */
    private record Results(int images, Comparison.Fidelities means) {}

    private final List<Comparison.Fidelities> compared = new ArrayList<>();

    /**
     * Does the work of a verb.
     *
     * @param degrade the option by which images are originals, to be degraded first; empty where it is not given
     * @param sigma of the noise, where not as in training
     * @return the exit code
     */
    int run(boolean enlarging, Optional<String> degrade, OptionalDouble sigma) throws IOException {
        if (images.isEmpty() != heldOut)
            throw new IllegalArgumentException(
                    heldOut
                            ? "--held-out takes the run's own images; leave out " + images.get(0)
                            : (enlarging ? "upscale" : "restore") + " needs an image file or folder, or --held-out");
        if (degrade.isPresent() && original.isPresent())
            throw new IllegalArgumentException(
                    degrade.get() + " takes the images themselves as originals; leave out --original");
        if (heldOut && original.isPresent())
            throw new IllegalArgumentException("--held-out takes the run's own originals; leave out --original");
        if (share.isPresent() && towards.isEmpty())
            throw new IllegalArgumentException("--share has no effect without --towards RUN");
        String suffix = enlarging ? "upscaled" : "restored";
        List<RestorationJob> orders = RestorationJob.of(images, suffix, out);
        if (out.isPresent())
            results.asked(orders.stream().map(RestorationJob::to).toList());
        else
            orders = orders.stream()
                    .map(order -> order.into(results.usual(order.to())))
                    .toList();
        try (TrainedRestorer restorer = opened(enlarging)) {
            Restoration restoration = new Restoration(restorer);
            int failed = 0;
            if (heldOut) degradeAndRestore(restorer.heldOut(screen::notice), restoration, sigma, suffix);
            else failed = restore(orders, new Workbench(restoration, original, degrade.isPresent(), sigma));
            if (compared.size() > 1)
                screen.say("mean of " + compared.size() + ": "
                        + line(Comparison.mean(compared).orElseThrow(), restorer.factor()));
            return failed == 0 ? 0 : 1;
        }
    }

    private TrainedRestorer opened(boolean enlarging) throws IOException {
        TrainedRestorer restorer = TrainedRestorer.open(run.path(), best, screen::notice);
        try {
            if (restorer.factor() > 1 != enlarging)
                throw new IOException(run.path()
                        + (enlarging
                                ? ": its generator keeps the size of images; use gan4j restore, or a run of super-resolution"
                                : ": its generator enlarges images; use gan4j upscale, or a run of denoise"));
            if (towards.isPresent()) restorer.moveTowards(towards.get(), share.orElse(HALF), best, screen::notice);
            return restorer;
        } catch (IOException | RuntimeException e) {
            restorer.close();
            throw e;
        }
    }

    private int restore(List<RestorationJob> orders, Workbench bench) {
        SlowNotice slow = screen.slow();
        int failed = 0, number = 0;
        for (RestorationJob order : orders) {
            number++;
            String doing = orders.size() == 1 ? order.name() : number + "/" + orders.size() + " " + order.name();
            try {
                report(
                        order.to().toString(),
                        bench.restore(order, slow.share(doing), screen::notice),
                        bench.restoration());
            } catch (IOException wrong) {
                failed++;
                screen.notice(wrong.getMessage());
            }
        }
        if (failed > 0 && orders.size() > 1) screen.notice(failed + " of " + orders.size() + " images failed");
        return failed;
    }

    private void degradeAndRestore(
            List<NamedPicture> originals, Restoration restoration, OptionalDouble sigma, String suffix)
            throws IOException {
        if (originals.isEmpty())
            throw new IOException(
                    run.path() + ": its data has no held-out images; only data of kind patches holds some out");
        Path folder = out.isPresent() ? results.asked(out.get()) : results.usual(run.file(suffix));
        for (int i = 0; i < originals.size(); i++) {
            NamedPicture named = originals.get(i);
            Comparison comparison = Comparison.ofDamaged(restoration, named.picture(), sigma);
            if (i < SHOWN)
                ImageFile.writePng(
                        ResultFiles.withFolder(folder.resolve("%03d.png".formatted(i))), comparison.picture());
            report(named.name(), Optional.of(comparison), restoration);
        }
        Path results = folder.resolve("results.json");
        restoration
                .provenance()
                .write(
                        results,
                        new Results(compared.size(), Comparison.mean(compared).orElseThrow()));
        screen.say("pictures of the first: " + folder + "; the means as JSON: " + results);
    }

    private void report(String name, Optional<Comparison> comparison, Restoration restoration) {
        Optional<Comparison.Fidelities> fidelities = comparison.map(Comparison::fidelities);
        fidelities.ifPresent(compared::add);
        screen.say(
                name + fidelities.map(f -> ": " + line(f, restoration.factor())).orElse(""));
    }

    private static String line(Comparison.Fidelities found, int factor) {
        return "psnr %s dB (%s %s), ssim %.4f (%.4f), sharpness %.3f (%.3f)"
                .formatted(
                        decibels(found.restored().psnr()),
                        factor > 1 ? "bicubic" : "as given",
                        decibels(found.plain().psnr()),
                        found.restored().ssim(),
                        found.plain().ssim(),
                        found.restored().sharpness(),
                        found.plain().sharpness());
    }

    /** Of equal pictures, the ratio has no end. */
    private static String decibels(double psnr) {
        return Double.isInfinite(psnr) ? "∞" : "%.2f".formatted(psnr);
    }
}
