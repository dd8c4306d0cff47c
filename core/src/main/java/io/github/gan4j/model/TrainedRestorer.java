package io.github.gan4j.model;

import io.github.gan4j.data.NamedPicture;
import io.github.gan4j.files.Checkpoint;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Degradation;
import io.github.gan4j.networks.Parameter;
import io.github.gan4j.networks.Restorer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Check;
import io.github.gan4j.setup.Assembly;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.RandomNumbers;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The generator of a run that restores degraded images. Images are channel planes in [-1, 1], of
 * any size whose sides are multiples of {@link #multiple}. Whole files are the work of the package {@code restore}.
 */
public final class TrainedRestorer extends TrainedModel {
    private final Path run;
    private Provenance provenance;

    private TrainedRestorer(Path run, Trained trained) {
        super(trained);
        this.run = run;
        this.provenance = trained.provenance();
    }

    /**
     * The restorer as it was at the newest intact checkpoint: its average, where the run keeps one.
     *
     * @param notice hears one line about each damaged checkpoint that was passed over
     * @throws IOException in one line, when the folder is no run, has no intact checkpoint, or its generator starts from
     *     latents
     */
    public static TrainedRestorer open(Path run, Consumer<String> notice) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, folder.checkpoints().newestIntact(notice));
    }

    /**
     * The restorer as it was when it was best, by the metric of its plan.
     *
     * @throws IOException as {@link #open}, or when the run has measured nothing
     */
    public static TrainedRestorer openBest(Path run) throws IOException {
        RunFolder folder = RunFolder.open(run);
        return of(folder, Trained.best(folder, "psnr"));
    }

    /** As {@link #openBest} where the best is wanted, else as {@link #open(Path, Consumer)}. */
    public static TrainedRestorer open(Path run, boolean best, Consumer<String> notice) throws IOException {
        return best ? openBest(run) : open(run, notice);
    }

    private static TrainedRestorer of(RunFolder folder, Checkpoint checkpoint) throws IOException {
        Plan plan = Plan.read(folder.plan());
        if (!plan.restoring())
            throw new IOException(folder.path() + ": is a run of '" + plan.name()
                    + "', which makes images from latents and restores none; train denoise or super-resolution");
        return new TrainedRestorer(folder.path(), Trained.generator(plan, checkpoint));
    }

    /**
     * One image restored.
     *
     * @param image {@code [channels, height, width]} flattened
     * @return {@code [channels, height * factor, width * factor]} flattened
     * @throws IllegalArgumentException when there are no such sides, or they are no {@link #multiple}
     */
    public float[] restored(float[] image, int height, int width) {
        if (height < 1 || width < 1 || height % multiple() != 0 || width % multiple() != 0)
            throw new IllegalArgumentException(
                    "both sides of an image must be multiples of " + multiple() + ", got " + width + "x" + height);
        return sampler().samples(image, new long[] {channels(), height, width}, Optional.empty());
    }

    /**
     * One image degraded as in training, always alike.
     *
     * @param sigma standard deviation of the noise on the scale 0 to 255, where it differs from training
     * @return {@code [channels, height / factor, width / factor]} flattened
     */
    public float[] degraded(float[] clean, int height, int width, OptionalDouble sigma) {
        Degradation usual = plan().degradation().orElseThrow().ofFiles();
        Degradation degradation = sigma.isPresent() ? usual.withSigma(sigma.getAsDouble()) : usual;
        Device device = Assembly.device(plan());
        try (Scope scope = new Scope()) {
            return Scope.withoutGradients(() -> RandomNumbers.forked(
                            plan().seed(),
                            0,
                            () -> degradation.of(
                                    Tensor.of(clean, 1, channels(), height, width)
                                            .on(device),
                                    device)))
                    .toFloats();
        }
    }

    /**
     * The images held out from training, with their names; none where the data holds out none.
     *
     * @throws IOException in one line, when the data cannot be read any more
     */
    public List<NamedPicture> heldOut(Consumer<String> notice) throws IOException {
        return plan().data().samples(plan().seed(), notice).heldOutPictures();
    }

    /**
     * Moves the weights towards those of a restorer that was trained on from this one, or from the same weights as this one: from faithful
     * to sharp without another training (network interpolation; Wang et al. 2018, arXiv 1809.00219, section 3.4).
     *
     * @param share of the way, 0 to 1
     * @throws IllegalArgumentException when the networks differ
     */
    public void moveTowards(TrainedRestorer other, double share) {
        Check.between("share", share, 0, 1);
        Map<String, Parameter> own = trained.network().parameters(),
                theirs = other.trained.network().parameters();
        if (factor() != other.factor() || !shapes(own).equals(shapes(theirs)))
            throw new IllegalArgumentException(
                    "only restorers with the same network can be blended; these are of the plans '" + plan().name()
                            + "' and '" + other.plan().name() + "'");
        Scope.withoutGradients(() -> {
            own.forEach((name, parameter) ->
                    parameter.tensor().moveInPlace(theirs.get(name).tensor(), share));
            return null;
        });
        provenance = provenance.joined(other.provenance);
    }

    /**
     * The same towards the restorer of another run.
     *
     * @param best whether the other is taken as it was when it was best
     * @param notice also hears a line where neither run says that it went on from the other
     * @throws IOException as {@link #open(Path, boolean, Consumer)} of the other
     */
    public void moveTowards(Path other, double share, boolean best, Consumer<String> notice) throws IOException {
        try (TrainedRestorer end = open(other, best, notice)) {
            moveTowards(end, share);
            if (!end.startedFrom(run) && !startedFrom(other))
                notice.accept("the plan of " + other + " does not say that it went on from " + run
                        + "; weights between runs that learned apart restore nothing");
        }
    }

    private boolean startedFrom(Path other) {
        String name = other.toAbsolutePath().normalize().getFileName().toString();
        return plan().start().filter(start -> start.isFrom(name)).isPresent();
    }

    private static Map<String, List<Long>> shapes(Map<String, Parameter> parameters) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        parameters.forEach((name, parameter) ->
                shapes.put(name, Arrays.stream(parameter.shape()).boxed().toList()));
        return shapes;
    }

    /** 1 for a restorer of grey images, 3 for one of colour. */
    public int channels() {
        return trained.shape().channels();
    }

    /** How many times longer the sides become. */
    public int factor() {
        return plan().generator().input().factor();
    }

    /** What both sides of an image must be multiples of. */
    public int multiple() {
        return factor() == 1 ? Restorer.MULTIPLE : 1;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }
}
