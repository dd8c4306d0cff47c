package io.github.gan4j.cli;

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
import picocli.CommandLine;

/** The work of {@code restore} and {@code upscale}: one file after the other, whatever becomes of the others. */
final class Mending {
    private static final int FAILED = 1;
    /** Of so many images that were held back a picture is made. */
    private static final int SHOWN = 12;

    private final MendingOptions options;
    private final boolean enlarging;
    private final boolean damage;
    private final OptionalDouble sigma;
    private final CommandLine verb;
    private final List<Comparison.Fidelities> compared = new ArrayList<>();

    /**
     * @param damage whether images are originals, to be damaged first
     * @param sigma of the noise, where it shall be another than in training
     */
    Mending(MendingOptions options, boolean enlarging, boolean damage, OptionalDouble sigma, CommandLine verb) {
        this.options = options;
        this.enlarging = enlarging;
        this.damage = damage;
        this.sigma = sigma;
        this.verb = verb;
    }

    int run() throws IOException {
        if (options.images.isEmpty() != options.heldBack)
            throw new IllegalArgumentException(
                    options.heldBack
                            ? "--held-back takes the run's own images; leave out " + options.images.get(0)
                            : verb.getCommandName() + " what? Name files or folders of images, or add --held-back");
        if (damage && options.original.isPresent())
            throw new IllegalArgumentException((enlarging ? "--shrink" : "--noise")
                    + " takes the images themselves for originals; leave out --original");
        Notices notices = new Notices(verb.getErr());
        List<RestorationJob> orders =
                RestorationJob.of(options.images, enlarging ? "upscaled" : "restored", options.out);
        try (TrainedRestorer restorer = opened(notices)) {
            Restoration restoration = new Restoration(restorer);
            int failed =
                    options.heldBack ? heldBack(restorer, restoration, notices) : all(orders, restoration, notices);
            if (compared.size() > 1)
                verb.getOut()
                        .println("mean of " + compared.size() + ": "
                                + line(Comparison.mean(compared).orElseThrow()));
            return failed == 0 ? 0 : FAILED;
        }
    }

    private TrainedRestorer opened(Notices notices) throws IOException {
        TrainedRestorer restorer =
                options.best ? TrainedRestorer.openBest(options.run) : TrainedRestorer.open(options.run, notices);
        if (restorer.factor() > 1 == enlarging) return restorer;
        restorer.close();
        throw new IOException(options.run
                + (enlarging
                        ? ": its generator keeps the size of images; use gan4j restore, or a run of super-resolution"
                        : ": its generator enlarges images; use gan4j upscale, or a run of denoise"));
    }

    private int all(List<RestorationJob> orders, Restoration restoration, Notices notices) {
        Workbench bench = new Workbench(restoration, options.original, damage, sigma);
        int failed = 0, number = 0;
        for (RestorationJob order : orders) {
            number++;
            String doing = orders.size() == 1 ? order.name() : number + "/" + orders.size() + " " + order.name();
            try {
                Optional<Comparison> comparison = bench.restore(order, new Share(doing, notices)::at);
                tell(order.to().toString(), comparison);
            } catch (IOException wrong) {
                failed++;
                notices.accept(wrong.getMessage());
            }
        }
        if (failed > 0 && orders.size() > 1) notices.accept(failed + " of " + orders.size() + " images failed");
        return failed;
    }

    private int heldBack(TrainedRestorer restorer, Restoration restoration, Notices notices) throws IOException {
        List<NamedPicture> images = restorer.heldOut(notices);
        if (images.isEmpty())
            throw new IOException(options.run + ": its data holds no images back; only data.source=patches does that");
        Path folder = options.out.orElse(options.run.resolve(enlarging ? "upscaled" : "restored"));
        for (int i = 0; i < images.size(); i++) {
            NamedPicture named = images.get(i);
            Comparison comparison = Comparison.ofDamaged(restoration, named.picture(), sigma);
            Path picture = folder.resolve("%03d.png".formatted(i));
            if (i < SHOWN) ImageFile.writePng(Targets.withFolder(picture), comparison.picture());
            tell(named.name(), Optional.of(comparison));
        }
        verb.getOut().println("pictures of the first: " + folder);
        return 0;
    }

    private void tell(String name, Optional<Comparison> comparison) {
        Optional<Comparison.Fidelities> fidelities = comparison.map(Comparison::fidelities);
        fidelities.ifPresent(compared::add);
        verb.getOut().println(name + fidelities.map(f -> ": " + line(f)).orElse(""));
        verb.getOut().flush();
    }

    private String line(Comparison.Fidelities found) {
        String before = enlarging ? "bicubic" : "as given";
        return "psnr %.2f dB (%s %.2f), ssim %.4f (%.4f), sharpness %.3f (%.3f)"
                .formatted(
                        found.restored().psnr(),
                        before,
                        found.plain().psnr(),
                        found.restored().ssim(),
                        found.plain().ssim(),
                        found.restored().sharpness(),
                        found.plain().sharpness());
    }
}
