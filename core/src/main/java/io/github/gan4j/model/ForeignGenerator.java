package io.github.gan4j.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Provenance;
import io.github.gan4j.game.Latents;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.setup.Classes;
import io.github.gan4j.tensor.Device;
import io.github.gan4j.tensor.Engine;
import io.github.gan4j.tensor.Precision;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import io.github.gan4j.tensor.TorchScript;
import io.github.gan4j.train.Sampler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A generator that comes as an ONNX or TorchScript file, or as a folder of safetensors that gan4j has exported: one of gan4j's, or one with latents
 * from N(0, 1) and perhaps a class as its inputs, whose first output is images or points ({@link FileConvention}). The samples of an ONNX file cannot be
 * differentiated. Whoever opened it closes it; one thread at a time.
 */
public final class ForeignGenerator extends Synthesizer {
    private static final List<String> ENDINGS = List.of(".onnx", ".pt", ".ts");

    private final ProgramFile file;
    private final JsonNode facts;
    private final Provenance provenance;

    private ForeignGenerator(
            ProgramFile file,
            FileNetwork network,
            Latents latents,
            List<String> classes,
            SampleShape shape,
            JsonNode facts,
            Provenance provenance) {
        super(latents, new Classes(classes), shape, new Sampler(network, Device.CPU, Precision.FP32));
        this.file = file;
        this.facts = facts;
        this.provenance = provenance;
    }

    /** Whether a path is a file of such a kind, by its name, or a folder of safetensors that gan4j has exported. */
    public static boolean isOne(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(path) || HubProgram.isOne(path);
    }

    /** The file that holds its numbers: itself, or in the folder. */
    public static Path weights(Path path) {
        return HubProgram.weights(path);
    }

    /**
     * @param notice hears a line about shades that are moved to [-1, 1]
     * @throws IOException in one line, when it is no such file, or no generator of images or points
     */
    public static ForeignGenerator open(Path path, Consumer<String> notice) throws IOException {
        ProgramFile file = HubProgram.isOne(path) ? HubProgram.read(path) : ProgramFile.read(path);
        try {
            return of(path, file, notice);
        } catch (IllegalArgumentException wrong) {
            file.close();
            throw new IOException(path + ": " + wrong.getMessage(), wrong);
        } catch (IOException | RuntimeException refused) {
            file.close();
            throw refused;
        }
    }

    private static ForeignGenerator of(Path path, ProgramFile file, Consumer<String> notice) throws IOException {
        Map<String, String> texts = file.texts();
        ObjectNode about = texts.containsKey(TorchScript.ABOUT)
                ? Json.parse(texts.get(TorchScript.ABOUT).getBytes(StandardCharsets.UTF_8))
                : described(texts);
        List<String> classes = new ArrayList<>();
        Optional<FileConvention> convention = Optional.empty();
        if (about.has("latents")) {
            for (JsonNode name : about.path("classes")) classes.add(name.asText());
        } else {
            List<String> names = FileLabels.names(path, texts);
            convention = Optional.of(FileConvention.of(path, file, names, notice));
            classes.addAll(convention.get().classes(names));
        }
        Latents latents = convention.isPresent()
                ? new Latents.Normal(convention.get().size(), false)
                : Settings.read(Latents.class, about.get("latents"), "latents");
        FileNetwork network = new FileNetwork(file, convention, !classes.isEmpty());
        return new ForeignGenerator(
                file,
                network,
                latents,
                classes,
                shape(path, network, latents, new Classes(classes)),
                about.path("facts"),
                Provenance.here().withLibtorch(Engine.version()).withFile(weights(path)));
    }

    /** What the metadata of an ONNX file say, where gan4j has written it. */
    private static ObjectNode described(Map<String, String> texts) throws IOException {
        ObjectNode about = Json.object();
        if (!texts.containsKey("latents")) return about;
        for (String key : List.of("latents", "classes", "facts"))
            if (texts.containsKey(key))
                about.set(
                        key,
                        Json.parse(("{\"it\":" + texts.get(key) + "}").getBytes(StandardCharsets.UTF_8))
                                .get("it"));
        return about;
    }

    /** Of one sample, by making two. */
    private static SampleShape shape(Path path, FileNetwork network, Latents latents, Classes classes)
            throws IOException {
        try (Scope scope = new Scope()) {
            Optional<Tensor> rows = classes.rows(classes.told() ? new int[] {0, 0} : new int[0])
                    .map(values -> Tensor.of(values, 2, values.length / 2));
            long[] made = network.computed(Tensor.of(latents.of(0, 2), 2, latents.size()), rows)
                    .shape();
            if (made.length == 2 && made[0] == 2) return SampleShape.point(Math.toIntExact(made[1]));
            if (made.length == 4 && made[0] == 2 && (made[1] == 1 || made[1] == 3))
                return SampleShape.image(Math.toIntExact(made[1]), Math.toIntExact(made[2]), Math.toIntExact(made[3]));
            throw new IOException(path + ": makes "
                    + IntStream.range(1, made.length)
                            .mapToObj(i -> made[i] + "")
                            .toList() + " from a latent, neither an image of 1 or 3 channels nor a point");
        }
    }

    /** The seed of the training that it comes from, which decides the samples that were held out; 0 where nobody knows. */
    public long trainingSeed() {
        return facts.path("seed").asLong();
    }

    @Override
    public OptionalLong trainedImages() {
        long seen = facts.path("images_seen").asLong(-1);
        return seen < 0 ? OptionalLong.empty() : OptionalLong.of(seen);
    }

    /** With the checksum of the file. */
    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public void close() {
        file.close();
    }
}
