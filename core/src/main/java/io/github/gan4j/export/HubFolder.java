package io.github.gan4j.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.tensor.Operator;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.RecordedOperation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that model hubs expect: weights by PyTorch's names, how to compute with them, a card for people. */
final class HubFolder {
    static final String WEIGHTS = "model.safetensors";

    private static final List<String> NORMALISATION = List.of("weight", "bias", "running_mean", "running_var");

    private HubFolder() {}

    static List<Path> write(Path folder, ExportSubject subject, Program program, boolean half, List<String> others)
            throws IOException {
        Map<Integer, String> names = names(program);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (RecordedConstant constant : program.constants())
            tensors.put(names.get(constant.number()), stored(constant, half));
        Safetensors.write(folder.resolve(WEIGHTS), tensors, Map.of("format", "pt"));
        ObjectNode config = About.of(subject, program);
        ArrayNode calls = config.putArray("calls");
        for (RecordedInput input : program.inputs()) names.put(input.number(), input.name());
        TorchPrinter.printed(program, names).forEach(call -> calls.add(call.json()));
        // one line a call: a file that people look into
        String text = config.toPrettyString() + "\n";
        Files.writeString(folder.resolve("config.json"), text);
        try (InputStream loader = HubFolder.class.getResourceAsStream("load.py")) {
            Files.copy(loader, folder.resolve("load.py"));
        }
        Files.writeString(folder.resolve("README.md"), ModelCard.text(subject, program, half, others));
        return List.of(
                folder.resolve(WEIGHTS),
                folder.resolve("config.json"),
                folder.resolve("load.py"),
                folder.resolve("README.md"));
    }

    /** The names of constants as PyTorch's own layers have them. */
    static Map<Integer, String> names(Program program) {
        Map<Integer, String> names = new HashMap<>();
        program.constants().forEach(constant -> names.put(constant.number(), constant.name()));
        for (RecordedOperation operation : program.operations())
            if (operation.operator() == Operator.BATCH_NORMALISATION)
                for (int i = 0; i < NORMALISATION.size(); i++) {
                    String name = names.get(operation.operand(i + 1));
                    int dot = name.lastIndexOf('.');
                    if (dot > 0) names.put(operation.operand(i + 1), name.substring(0, dot + 1) + NORMALISATION.get(i));
                }
        return names;
    }

    private static StoredTensor stored(RecordedConstant constant, boolean half) {
        long[] shape = constant.shape().stream().mapToLong(side -> side).toArray();
        if (!half) return StoredTensor.of(constant.values(), shape);
        ByteBuffer data = ByteBuffer.allocate(2 * constant.values().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : constant.values()) data.putShort(HalfPrecision.bits(value));
        return new StoredTensor("F16", shape, data.flip());
    }

    /** The greatest difference between the weights in the file and the network's. */
    static double difference(Path folder, Program program) throws IOException {
        Map<Integer, String> names = names(program);
        Map<String, StoredTensor> tensors =
                Safetensors.read(folder.resolve(WEIGHTS)).tensors();
        double largest = 0;
        for (RecordedConstant constant : program.constants()) {
            StoredTensor found = tensors.get(names.get(constant.number()));
            float[] read = found.asFloats(), values = constant.values();
            for (int i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(read[i] - values[i]));
        }
        return largest;
    }

    static String resource(String name) throws IOException {
        try (InputStream in = HubFolder.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
