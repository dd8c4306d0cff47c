package io.github.gan4j.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.DataSource;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.game.Objective;
import io.github.gan4j.metrics.Evaluation;
import io.github.gan4j.metrics.Judgement;
import io.github.gan4j.model.Best;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.model.TrainedClassifier;
import io.github.gan4j.model.TrainedDiscriminator;
import io.github.gan4j.model.TrainedGenerator;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.networks.DiscriminatorArchitecture;
import io.github.gan4j.networks.GeneratorArchitecture;
import io.github.gan4j.networks.Pass;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Yaml;
import io.github.gan4j.tensor.Softmax;
import io.github.gan4j.train.Sampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A network of a run, open for export. Whoever opened it closes it. */
record OpenedRun(ExportSubject subject, AutoCloseable model) implements AutoCloseable {

    static OpenedRun of(Path run, Export wanted) throws IOException {
        RunFolder folder = RunFolder.open(run);
        Plan plan = Plan.read(folder.plan());
        List<String> classes = plan.conditional() ? plan.classes() : List.of();
        if (wanted.best() && wanted.part() != ExportedPart.GENERATOR)
            throw new IllegalArgumentException("--best is for generators, got --part " + wanted.part());
        return switch (wanted.part()) {
            case GENERATOR -> plan.restoring() ? restorer(folder, wanted) : generator(folder, wanted);
            case REDRAWER -> {
                TrainedRedrawer model = TrainedRedrawer.open(run, wanted.notice());
                ExportedNetwork network = network(
                        model.sampler(),
                        images("image", "an image to translate", model.shape()),
                        model.plan().classes(),
                        Port.output("redrawn", "the image as one of the class; -1 is black, 1 white", -1, 1));
                yield opened(folder, wanted, model.plan(), model.imagesSeen(), network, "image-to-image", model);
            }
            case DISCRIMINATOR -> {
                if (plan.discriminator().samplesPerView() > 1)
                    throw new IllegalArgumentException("the discriminator of this run sees "
                            + plan.discriminator().samplesPerView()
                            + " samples at a time, which has no form outside gan4j");
                TrainedDiscriminator model = TrainedDiscriminator.open(run, wanted.notice());
                ExportedNetwork network = network(
                        model.sampler(),
                        samples(model.shape()),
                        plan.discriminator().network().labels().conditional() ? classes : List.of(),
                        Port.output("score", "high for reals", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
                yield opened(folder, wanted, model.plan(), model.imagesSeen(), network, "image-classification", model);
            }
            case CLASSIFIER -> {
                TrainedClassifier model = TrainedClassifier.open(run, wanted.notice());
                ExportedNetwork network = new ExportedNetwork(
                        ExportedNetwork.parameters(model.network()),
                        List.of(samples(model.shape())),
                        Port.probabilities(model.labelNames()),
                        model.device(),
                        given -> Softmax.probabilities(model.scores(given.get(0), Pass.SAMPLING)));
                yield opened(folder, wanted, model.plan(), model.imagesSeen(), network, "image-classification", model);
            }
        };
    }

    private static OpenedRun generator(RunFolder folder, Export wanted) throws IOException {
        TrainedGenerator model = wanted.best()
                ? TrainedGenerator.openBest(folder.path())
                : TrainedGenerator.open(folder.path(), wanted.notice());
        int count = model.ensemble().shares().size();
        if (wanted.generator() > count || count > 1 && wanted.generator() == 0) {
            model.close();
            throw new IllegalArgumentException(
                    "the run has " + count + " generators; choose one by --generator, 1 to " + count);
        }
        Sampler chosen = model.generator(Math.max(0, wanted.generator() - 1));
        boolean image = model.shape().isImage();
        Port output = Port.output(
                image ? "image" : "point",
                image ? "-1 is black, 1 white" : "coordinates",
                image ? -1 : Double.NEGATIVE_INFINITY,
                image ? 1 : Double.POSITIVE_INFINITY);
        ExportedNetwork network = network(chosen, Port.latents(model.latents()), model.labelNames(), output);
        OpenedRun opened = opened(
                folder, wanted, model.plan(), model.imagesSeen(), network, "unconditional-image-generation", model);
        return count == 1 ? opened : new OpenedRun(opened.subject.without(), model);
    }

    private static OpenedRun restorer(RunFolder folder, Export wanted) throws IOException {
        TrainedRestorer model = wanted.best()
                ? TrainedRestorer.openBest(folder.path())
                : TrainedRestorer.open(folder.path(), wanted.notice());
        Port input = Port.images(
                "image",
                "an image to " + (model.factor() == 1 ? "restore" : "enlarge " + model.factor() + " times"),
                model.channels(),
                Port.FREE,
                Port.FREE,
                model.multiple());
        ExportedNetwork network =
                network(model.sampler(), input, List.of(), Port.output("restored", "-1 is black, 1 white", -1, 1));
        return opened(folder, wanted, model.plan(), model.imagesSeen(), network, "image-to-image", model);
    }

    private static ExportedNetwork network(Sampler sampler, Port input, List<String> classes, Port output) {
        return ExportedNetwork.of(sampler.network(), input, classes, output, sampler.device());
    }

    private static Port samples(SampleShape shape) {
        return shape.isImage() ? images("image", "an image", shape) : Port.numbers("point", shape.size());
    }

    private static Port images(String name, String meaning, SampleShape shape) {
        return Port.images(
                name, meaning + "; -1 is black, 1 white", shape.channels(), shape.height(), shape.width(), 1);
    }

    private static OpenedRun opened(
            RunFolder folder,
            Export wanted,
            Plan plan,
            long imagesSeen,
            ExportedNetwork network,
            String task,
            AutoCloseable model)
            throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("run", plan.name());
        facts.put("data", data(plan.data()));
        facts.put("images_seen", String.valueOf(imagesSeen));
        facts.put(
                "generator",
                Variants.of(GeneratorArchitecture.class).word(plan.generator().network()));
        facts.put(
                "discriminator",
                Variants.of(DiscriminatorArchitecture.class)
                        .word(plan.discriminator().network()));
        facts.put("objective", Variants.of(Objective.class).word(plan.objective()));
        facts.put("seed", String.valueOf(plan.seed()));
        facts.put("gan4j", Provenance.version(Yaml.tree(folder.plan())).orElse("unknown"));
        SampleShape shape = plan.shape();
        long side = shape.height() / plan.generator().input().factor();
        Optional<Synthesizer> generator =
                model instanceof TrainedGenerator makes && makes.shape().isImage()
                        ? Optional.of(makes)
                        : Optional.empty();
        String name = wanted.part() == ExportedPart.GENERATOR && plan.restoring()
                ? "restorer"
                : wanted.part().toString();
        return new OpenedRun(
                new ExportSubject(name, network, side, task, facts, scores(folder, wanted, imagesSeen), generator),
                model);
    }

    /** The source as the plan names it, but for where it lay on the machine of the training. */
    private static String data(DataSource source) {
        JsonNode written = Settings.write(DataSource.class, source);
        for (JsonNode inside : written)
            if (inside instanceof ObjectNode keys && keys.path("path").isTextual())
                keys.put(
                        "path",
                        String.valueOf(Path.of(keys.path("path").textValue()).getFileName()));
        return written.isTextual() ? written.textValue() : written.toString();
    }

    /** What has been measured of this checkpoint. */
    private static List<String> scores(RunFolder folder, Export wanted, long imagesSeen) throws IOException {
        Path beside = wanted.evaluation().orElse(folder.path().resolve("evaluation.json"));
        if (wanted.evaluation().isPresent() || Files.isRegularFile(beside)) return table(Evaluation.read(beside));
        Optional<Best> best = Best.read(folder).filter(found -> found.imagesSeen() == imagesSeen);
        return best.map(found -> List.of(String.format(
                        Locale.ROOT, "%s %.4g, measured during training (no floor)", found.metric(), found.value())))
                .orElse(List.of());
    }

    private static List<String> table(Evaluation evaluation) {
        List<String> lines = new ArrayList<>(List.of(
                evaluation.about() + ", against " + evaluation.reals() + " (" + evaluation.split() + "), features of "
                        + evaluation.extractor() + ". The floor is what other real samples score.",
                "",
                "| metric | score | floor | 95 % interval |",
                "|---|---|---|---|"));
        for (Judgement judgement : evaluation.judgements())
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.4g | %.4g | %s |",
                    judgement.score().name(),
                    judgement.score().value(),
                    judgement.floor().value(),
                    judgement.score().interval().map(Object::toString).orElse("-")));
        return lines;
    }

    @Override
    public void close() throws IOException {
        try {
            model.close();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }
}
