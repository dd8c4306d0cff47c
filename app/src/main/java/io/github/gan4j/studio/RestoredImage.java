package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.restore.Comparison;
import io.github.gan4j.restore.Restoration;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An image restored or enlarged, as {@code gan4j restore} and {@code upscale} do it.
 *
 * @param given what the generator was given
 * @param plain the same enlarged by bicubic interpolation; empty where nothing is enlarged
 * @param original the undamaged image, where it is known
 * @param remarks what people should know of the pictures, since they differ from the file
 */
record RestoredImage(
        Layers given,
        Optional<Picture> plain,
        Layers restored,
        Optional<Picture> original,
        Optional<Comparison.Fidelities> fidelities,
        List<String> remarks) {

    /** An image of one's own, as it is. */
    static RestoredImage of(Restoration restoration, Layers given, List<String> remarks, Jobs.Job job) {
        Layers restored = restoration.of(given, share -> job.at("", share));
        return new RestoredImage(
                given,
                restoration.factor() > 1 ? Optional.of(restoration.bicubic(given.picture())) : Optional.empty(),
                restored,
                Optional.empty(),
                Optional.empty(),
                remarks);
    }

    /** Makes a damaged picture of a clean one. */
    @FunctionalInterface
    interface Damage {
        Picture of(Picture clean, OptionalDouble sigma) throws Exception;
    }

    /** An undamaged image, damaged as in training first. */
    static RestoredImage ofOriginal(
            Restoration restoration,
            Picture original,
            Damage damage,
            OptionalDouble sigma,
            List<String> remarks,
            Jobs.Job job)
            throws Exception {
        Picture given = damage.of(original, sigma);
        Comparison compared = Comparison.of(
                restoration,
                given,
                restoration.of(given, share -> job.at("", share)),
                restoration.comparable(original));
        return new RestoredImage(
                whole(given),
                restoration.factor() > 1 ? Optional.of(compared.plain()) : Optional.empty(),
                whole(compared.restored()),
                Optional.of(compared.original()),
                Optional.of(compared.fidelities()),
                remarks);
    }

    private static Layers whole(Picture picture) {
        return new Layers(picture, Optional.empty());
    }

    /** The pictures as PNG files, and the facts about them. */
    Jobs.Outcome outcome() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("given.png", ImageFile.png(given));
        if (plain.isPresent()) files.put("plain.png", ImageFile.png(plain.get()));
        files.put("restored.png", ImageFile.png(restored));
        if (original.isPresent()) files.put("original.png", ImageFile.png(original.get()));
        ObjectNode facts = Json.object()
                .put("width", restored.picture().width())
                .put("height", restored.picture().height())
                .put("givenWidth", given.picture().width())
                .put("givenHeight", given.picture().height());
        ArrayNode pictures = facts.putArray("pictures");
        files.keySet().forEach(name -> pictures.add(name.replace(".png", "")));
        facts.set("remarks", Json.tree(remarks));
        fidelities.ifPresent(found -> {
            put(facts.putObject("plain"), found.plain());
            put(facts.putObject("restored"), found.restored());
        });
        return new Jobs.Outcome(facts, files);
    }

    /** Equal pictures have an infinite ratio, which JSON knows no number for. */
    private static void put(ObjectNode node, Fidelity fidelity) {
        if (Double.isFinite(fidelity.psnr())) node.put("psnr", fidelity.psnr());
        node.put("ssim", fidelity.ssim()).put("sharpness", fidelity.sharpness());
    }
}
