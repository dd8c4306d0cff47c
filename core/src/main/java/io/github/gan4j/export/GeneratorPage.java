package io.github.gan4j.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.explore.PrincipalDirections;
import io.github.gan4j.files.Json;
import io.github.gan4j.game.Latents;
import io.github.gan4j.model.Synthesizer;
import io.github.gan4j.numbers.Numbers;
import io.github.gan4j.tensor.RecordedConstant;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * One page that makes a generator's images in a browser, without a server and without any address: network, weights and
 * arithmetic are inside. It checks itself against samples that the trained network made.
 */
final class GeneratorPage {
    private static final int WAYS = 8;
    private static final int LOOKED_AT = 400;
    private static final int PROVED = 4;
    private static final int TABLE = 512;

    private GeneratorPage() {}

    static void write(Path file, ExportSubject subject, Program program, boolean half) throws IOException {
        Synthesizer generator = subject.generator().orElseThrow();
        String title = subject.facts().getOrDefault("run", subject.name());
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", escaped(title));
        parts.put(
                "subtitle",
                escaped("Images of %d×%d pixels from %s weights, computed here in your browser."
                        .formatted(
                                generator.shape().width(),
                                generator.shape().height(),
                                Numbers.grouped(program.constantCount()))));
        parts.put("css", HubFolder.resource("page.css"));
        parts.put("facts", facts(subject));
        parts.put("about", about(subject, program, generator, half).toString().replace("<", "\\u003c"));
        parts.put("weights", weights(program, half));
        parts.put(
                "program",
                HubFolder.resource("operators.js")
                        + JavaScriptPrinter.printed(program)
                        + HubFolder.resource("worker.js"));
        parts.put("script", HubFolder.resource("page.js"));
        Files.writeString(file, filled(HubFolder.resource("page.html"), parts), StandardCharsets.UTF_8);
    }

    /** Every {@code {{name}}} of the page replaced, and nothing inside the replacements. */
    private static String filled(String page, Map<String, String> parts) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
            int end = page.indexOf("}}", at);
            text.append(page, from, at).append(parts.get(page.substring(at + 2, end)));
            from = end + 2;
        }
        return text.append(page.substring(from)).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String facts(ExportSubject subject) {
        StringBuilder text = new StringBuilder();
        subject.facts()
                .forEach((name, value) -> text.append(
                        "<dt>%s</dt><dd>%s</dd>".formatted(escaped(name.replace('_', ' ')), escaped(value))));
        return text.toString();
    }

    private static ObjectNode about(ExportSubject subject, Program program, Synthesizer generator, boolean half) {
        Latents latents = generator.latents();
        ObjectNode about = Json.object()
                .put("name", subject.name())
                .put("size", latents.size())
                .put("channels", generator.shape().channels())
                .put("height", generator.shape().height())
                .put("width", generator.shape().width())
                .put("mean", latents.mean())
                .put("deviation", latents.deviation())
                .put("half", half);
        if (latents.bounded()) about.put("low", latents.low()).put("high", latents.high());
        boolean normal = drawnAs(latents, Random::nextGaussian);
        about.put("normal", normal);
        if (!normal
                && !drawnAs(latents, random -> latents.low() + (latents.high() - latents.low()) * random.nextDouble()))
            about.set("table", Json.tree(latents.of(0, TABLE)));
        about.set("classes", Json.tree(generator.labelNames()));
        about.set(
                "ways",
                Json.tree(PrincipalDirections.of(generator.first(), LOOKED_AT, WAYS)
                        .ways()));
        ArrayNode weights = about.putArray("weights");
        for (RecordedConstant constant : program.constants())
            weights.addObject().put("name", constant.name()).set("sizes", Json.tree(constant.shape()));
        about.putObject("proof").put("count", PROVED).put("bytes", proof(subject.network()));
        return about;
    }

    /** Whether latents come from a seed by numbers drawn like this. */
    private static boolean drawnAs(Latents latents, ToDoubleFunction<Random> number) {
        for (long seed = 0; seed < 3; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            for (float found : latents.of(seed)) if (found != (float) number.applyAsDouble(random)) return false;
        }
        return true;
    }

    /** The samples of the first seeds, of the classes in turn, in 256 shades; computed in 32 bits, as the page does. */
    private static String proof(ExportedNetwork network) {
        float[] samples = network.recorded(PROVED, 0, 0).values();
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++)
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round((samples[i] + 1) * 127.5)));
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String weights(Program program, boolean half) {
        ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(program.constantCount() * (half ? 2 : 4)))
                .order(ByteOrder.LITTLE_ENDIAN);
        List<RecordedConstant> constants = program.constants();
        for (RecordedConstant constant : constants)
            for (float value : constant.values()) {
                if (half) data.putShort(HalfPrecision.bits(value));
                else data.putFloat(value);
            }
        return Base64.getEncoder().encodeToString(data.array());
    }
}
