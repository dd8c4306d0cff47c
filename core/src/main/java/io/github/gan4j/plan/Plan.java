package io.github.gan4j.plan;

import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.game.Degradation;
import io.github.gan4j.game.Encoded;
import io.github.gan4j.game.Latents;
import io.github.gan4j.game.Objective;
import io.github.gan4j.game.Referee;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.networks.Labels;
import io.github.gan4j.schedule.Schedule;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Incidental;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Words;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Parallelism;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything a run needs, as one immutable value.
 *
 * @param name of the plan: lower-case letters, digits and hyphens; it becomes part of the run folder's name
 * @param about one line for people
 * @param seed of all random numbers of the run
 * @param threads that share each operation; 0 for all cores. Changing it changes results in the last digits
 * @param replicas threads that each compute a part of every batch, with random numbers and batch normalisation of its own;
 *     0 for 1, or, where threads is 0 too, for what is measured to be fastest when the run starts
 * @param device where the run computes
 * @param precision of the multiplications
 * @param data where real samples come from
 * @param classes names of the classes by their numbers; filled in from the data where networks are class-conditional
 * @param generator the side that makes samples
 * @param discriminator the side that judges them
 * @param objective the loss of each side
 * @param referee who learns in a step
 * @param batchSize real samples in a step, over all processes
 * @param start the weights that the run starts from; none for random ones
 * @param stop the end of the run
 * @param record the files of the run, and how often they are written
 * @param metrics measured during training
 * @param doctor how often the run is examined, and what may be done when training fails
 */
public record Plan(
        @Default("unnamed") String name,
        @Incidental @Default(value = "''", off = true) String about,
        @Default("1") long seed,
        @Default("0") int threads,
        @Default("0") int replicas,
        @Default("auto") DeviceChoice device,
        @Default("auto") PrecisionChoice precision,
        @Default("images") DataSource data,
        @Default(value = "[]", off = true) List<String> classes,
        GeneratorPlan generator,
        DiscriminatorPlan discriminator,
        @Default("non-saturating") Objective objective,
        @Default("everyone") Referee referee,
        @Default("128") int batchSize,
        Optional<StartPlan> start,
        @Incidental StopPlan stop,
        @Incidental RecordPlan record,
        @Incidental Optional<MetricsPlan> metrics,
        @Incidental DoctorPlan doctor) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    /** Classes of a game. */
    public static final int MOST_CLASSES = 1000;

    public Plan {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "name must be 1 to 64 lower-case letters, digits and hyphens, got '" + name + "'");
        Check.between("threads", threads, 0, 1024);
        Check.between("replicas", replicas, 0, 1024);
        Check.between("batchSize", batchSize, 1, 65_536);
        classes = List.copyOf(classes);
        Check.between("classes: their number", classes.size(), 0, MOST_CLASSES);
        requireConditional(generator, discriminator);
        requireRestoring(generator);
        if (generator.input() instanceof Encoded) requireEncoded(generator, discriminator);
        requireFeatures(generator, discriminator, objective);
        if (referee.needsPositiveLosses() && !objective.staysPositive())
            throw new IllegalArgumentException(
                    "referee " + Words.of(referee.getClass()) + " needs an objective whose losses stay above 0:"
                            + " non-saturating, least-squares or relativistic, got " + Words.of(objective.getClass())
                            + "; use margin");
    }

    /** Only a pair that is conditioned on the class can agree on it. */
    private static void requireConditional(GeneratorPlan generator, DiscriminatorPlan discriminator) {
        Labels made = generator.network().labels(),
                judged = discriminator.network().labels();
        boolean open = made == Labels.AUTO || judged == Labels.AUTO;
        if (!open && made.conditional() != judged.conditional())
            throw new IllegalArgumentException("generator.network.labels is " + Words.of(made)
                    + " and discriminator.network.labels is " + Words.of(judged)
                    + "; condition both players on the class, or neither");
    }

    private static void requireRestoring(GeneratorPlan generator) {
        boolean degraded = generator.input() instanceof Degradation,
                restoring = generator.network().restoring();
        String network = Variants.of(GeneratorArchitecture.class).word(generator.network());
        if (restoring && !degraded)
            throw new IllegalArgumentException("generator.network is " + network
                    + ", which restores degraded images, but generator.input is not degraded");
        if (!restoring && degraded)
            throw new IllegalArgumentException("generator.input is degraded, but generator.network is " + network
                    + "; use restorer, or enlarger where the factor is above 1");
        if (generator.input() instanceof Degradation degradation && !degradation.degrades())
            throw new IllegalArgumentException(
                    "generator.input.degraded must have a sigma or blur above 0, a jpeg quality, or a factor above 1; got none of them");
        if (generator.input() instanceof Latents && !generator.loss().content().isEmpty())
            throw new IllegalArgumentException(
                    "generator.loss.content compares samples with the reals behind the input,"
                            + " but generator.input has none; use degraded or encoded, or leave content out");
    }

    private static void requireEncoded(GeneratorPlan generator, DiscriminatorPlan discriminator) {
        if (!generator.network().labels().conditional())
            throw new IllegalArgumentException(
                    "generator.network.labels must be input or every-layer where" + " generator.input is encoded, got "
                            + Words.of(generator.network().labels()));
        if (generator.count() != 1 || discriminator.count() != 1)
            throw new IllegalArgumentException(
                    "generator.team and discriminator.team must be none where generator.input is encoded, got "
                            + generator.count() + " and " + discriminator.count() + " players");
    }

    private static void requireFeatures(GeneratorPlan generator, DiscriminatorPlan discriminator, Objective objective) {
        LossPlan loss = generator.loss();
        if (objective.matching() && loss.topK().lowest() < 1)
            throw new IllegalArgumentException(
                    "generator.loss.topK must be 1 with feature-matching, which compares means" + " of features, got "
                            + loss.topK().text());
        boolean classifying = discriminator.network().labels() == Labels.CLASSIFY;
        if (loss.distinguishing() && (objective.matching() || classifying))
            throw new IllegalArgumentException("generator.loss.classification must be 0 with feature-matching and where"
                    + " discriminator.network.labels is classify, got "
                    + loss.classification().text());
    }

    /**
     * The shape of one sample.
     *
     * @throws IllegalStateException when that is still left to the data
     */
    public SampleShape shape() {
        return data.shape()
                .orElseThrow(() -> new IllegalStateException("the plan leaves the size of images to the data"));
    }

    /** Whether samples are points, lists of numbers, and not images. */
    public boolean ofPoints() {
        return data.shape().filter(shape -> !shape.isImage()).isPresent();
    }

    /** The degradation from which generators restore images, where they do. */
    public Optional<Degradation> degradation() {
        return generator.input() instanceof Degradation degraded ? Optional.of(degraded) : Optional.empty();
    }

    /** The encoder before the generator and what belongs to it, where there is one. */
    public Optional<Encoded> encoded() {
        return generator.input() instanceof Encoded encoded ? Optional.of(encoded) : Optional.empty();
    }

    /** The distribution of latents, or of codes; nothing where generators start from something else. */
    public Optional<Latents> latents() {
        if (generator.input() instanceof Latents latents) return Optional.of(latents);
        return encoded().map(Encoded::latents);
    }

    /** Whether generators start from degraded images, not from latents. */
    public boolean restoring() {
        return degradation().isPresent();
    }

    /** Whether players are conditioned on the class of each sample. */
    public boolean conditional() {
        return generator.network().labels().conditional();
    }

    /** Whether classes play a part at all, given or recognised. */
    public boolean classified() {
        return conditional() || discriminator.supervision().isPresent();
    }

    /** The same with the schedules that are to last as long as the run over this many images; itself where these are 0. */
    public Plan over(long images) {
        return images == 0 ? this : Settings.replaced(this, Schedule.class, schedule -> schedule.over(images));
    }

    /** The same with one value changed as people write it: {@code plan.with("generator.optimizer.learningRate", "1e-4")}. */
    public Plan with(String path, String value) {
        return Draft.of(this).set(path, value).plan();
    }

    /** Whether discriminators judge each sample by itself: in no pack, beside no batch, and as it is. */
    public boolean judgesAlone() {
        return discriminator.samplesPerView() == 1
                && !discriminator.network().comparing()
                && encoded()
                        .filter(encoded -> encoded.shown() == Encoded.Shown.REDRAWN)
                        .isEmpty();
    }

    public Plan withSeed(long seed) {
        return Settings.with(this, "seed", seed);
    }

    /**
     * The threads that it computes with; empty where these are measured when the run starts.
     *
     * @param cores of the machine
     */
    public Optional<Parallelism> parallelism(int cores) {
        if (threads > 0) return Optional.of(new Parallelism(Math.max(1, replicas), threads));
        return replicas == 0 ? Optional.empty() : Optional.of(new Parallelism(replicas, Math.max(1, cores / replicas)));
    }

    public Plan withThreads(int threads) {
        return Settings.with(this, "threads", threads);
    }

    /** With the threads of both kinds. */
    public Plan computing(Parallelism parallelism) {
        return Settings.with(withThreads(parallelism.threads()), "replicas", parallelism.replicas());
    }

    public Plan withDevice(DeviceChoice device) {
        return Settings.with(this, "device", device);
    }

    public Plan withPrecision(PrecisionChoice precision) {
        return Settings.with(this, "precision", precision);
    }

    public Plan withData(DataSource data) {
        return Settings.with(this, "data", data);
    }

    public Plan withClasses(List<String> classes) {
        return Settings.with(this, "classes", classes);
    }

    public Plan withGenerator(GeneratorPlan generator) {
        return Settings.with(this, "generator", generator);
    }

    public Plan withDiscriminator(DiscriminatorPlan discriminator) {
        return Settings.with(this, "discriminator", discriminator);
    }

    public Plan withStop(StopPlan stop) {
        return Settings.with(this, "stop", stop);
    }

    public Plan withStart(Optional<StartPlan> start) {
        return Settings.with(this, "start", start);
    }

    public Plan withRecord(RecordPlan record) {
        return Settings.with(this, "record", record);
    }

    public Plan withMetrics(Optional<MetricsPlan> metrics) {
        return Settings.with(this, "metrics", metrics);
    }

    public Plan withDoctor(DoctorPlan doctor) {
        return Settings.with(this, "doctor", doctor);
    }

    /**
     * The plan of a YAML file, as {@code plan.yaml} of a run folder.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException as {@link Draft#over(Path)}
     */
    public static Plan read(Path file) throws IOException {
        return Draft.empty().over(file).plan();
    }

    /**
     * The differences that have an influence on what is learned: not those in what is {@link Incidental}, such as the
     * length, what is recorded and measured, how it is watched, and where the same data lies.
     */
    public static List<String> differencesInLearning(Plan before, Plan after) {
        return Settings.essentialDifferences(before, after);
    }

    /** The plan as YAML with every key that has an effect; {@link Draft#over(String)} reads it back. */
    public String toYaml() {
        return Yaml.text(Settings.write(this));
    }

    /** The plan and where it came from, as it is kept in a run folder. */
    public String toYaml(Provenance provenance) {
        return Yaml.text(provenance.onto(Settings.write(this)));
    }

    /** What distinguishes two plans, one line a value, {@code path: old -> new}; empty when they are equal. */
    public static List<String> differences(Plan before, Plan after) {
        return Settings.differences(before, after);
    }
}
