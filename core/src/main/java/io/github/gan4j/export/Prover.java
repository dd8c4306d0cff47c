package io.github.gan4j.export;

import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.files.WorkFolder;
import io.github.gan4j.tensor.ProgramFile;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.Recording;
import io.github.gan4j.tensor.Scope;
import io.github.gan4j.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs written files again and compares with what the network itself makes of the same inputs. */
final class Prover {
    /** Of two sizes, so that a batch size frozen into a file shows. */
    static final List<Integer> BATCHES = List.of(16, 5);

    private static final long PATIENCE_SECONDS = 120;

    private final List<Recording> wanted = new ArrayList<>();
    private final double bound;

    /** Runs the network itself. */
    Prover(ExportSubject subject, boolean half) {
        bound = half ? Proof.HALF : Proof.FULL;
        ExportedNetwork network = subject.network();
        boolean anySize = network.inputs().stream().anyMatch(Port::anySize);
        for (int batch : BATCHES) {
            long more =
                    anySize && batch != BATCHES.get(0) ? network.inputs().get(0).multiple() : 0;
            wanted.add(network.recorded(batch, subject.side() + more, subject.side() + 2 * more));
        }
    }

    /** Of an ONNX or TorchScript file. */
    Proof of(Path file, ExportFormat format, String ranBy) throws IOException {
        double largest = 0;
        try (ProgramFile program = ProgramFile.read(file)) {
            for (Recording recording : wanted)
                try (Scope scope = new Scope()) {
                    List<Tensor> inputs =
                            recording.inputs().stream().map(Prover::tensor).toList();
                    float[] found = program.apply(inputs).toFloats();
                    largest = Math.max(largest, difference(file, found, recording.values()));
                }
        }
        return proof(file, format, ranBy, BATCHES, largest);
    }

    /** Of a folder for model hubs: by its own load.py where there is a Python with PyTorch, else its weights alone. */
    Proof ofHub(Path folder, Program program) throws IOException {
        Path file = folder.resolve(HubFolder.WEIGHTS);
        try (WorkFolder work = WorkFolder.temporary("gan4j-proof")) {
            double largest = 0;
            for (Recording recording : wanted) {
                float[] found = byPython(folder, work.path(), recording);
                if (found.length == 0)
                    return proof(
                            file,
                            ExportFormat.SAFETENSORS,
                            "read back as weights (no python3 with torch here to run load.py)",
                            List.of(),
                            HubFolder.difference(folder, program));
                largest = Math.max(largest, difference(file, found, recording.values()));
            }
            return proof(file, ExportFormat.SAFETENSORS, "load.py in PyTorch", BATCHES, largest);
        }
    }

    /** What load.py makes of the inputs; nothing where there is no Python with PyTorch. */
    private static float[] byPython(Path folder, Path work, Recording recording) throws IOException {
        Path script = work.resolve("prove.py"), inputs = work.resolve("inputs"), output = work.resolve("output");
        Files.writeString(script, HubFolder.resource("prove.py"));
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (int i = 0; i < recording.inputs().size(); i++)
            tensors.put("%03d".formatted(i), stored(recording.inputs().get(i)));
        Safetensors.write(inputs, tensors, Map.of());
        ProcessBuilder python = new ProcessBuilder(
                        "python3", "-B", script.toString(), folder.toString(), inputs.toString(), output.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = new ProcessBuilder("python3", "-c", "import torch")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!finished(process) || process.exitValue() != 0) return new float[0];
            Process run = python.start();
            if (!finished(run) || run.exitValue() != 0)
                throw new IOException(folder + ": load.py failed under python3; run it by hand to see why");
        } catch (IOException absent) {
            if (absent.getMessage().contains("load.py")) throw absent;
            return new float[0];
        }
        ByteBuffer found = ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[found.remaining() / 4];
        found.asFloatBuffer().get(values);
        return values;
    }

    private static boolean finished(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }

    private static StoredTensor stored(RecordedInput input) {
        long[] shape = input.shape().stream().mapToLong(side -> side).toArray();
        if (input.kind() != RecordedInput.Kind.CLASSES) return StoredTensor.of(input.values(), shape);
        ByteBuffer whole = ByteBuffer.allocate(8 * input.values().length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : input.values()) whole.putLong((long) value);
        return new StoredTensor("I64", shape, whole.flip());
    }

    private static Tensor tensor(RecordedInput input) {
        if (input.kind() != RecordedInput.Kind.CLASSES)
            return Tensor.of(
                    input.values(),
                    input.shape().stream().mapToLong(side -> side).toArray());
        int[] classes = new int[input.values().length];
        for (int i = 0; i < classes.length; i++) classes[i] = (int) input.values()[i];
        return Tensor.ofClasses(classes);
    }

    private static double difference(Path file, float[] found, float[] wanted) throws IOException {
        if (found.length != wanted.length)
            throw new IOException(file + ": gives " + found.length + " numbers, the network " + wanted.length);
        double largest = 0, scale = 1;
        for (int i = 0; i < found.length; i++) {
            double apart = Math.abs(found[i] - wanted[i]);
            // a number that is none must not count as no difference
            largest = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(largest, apart);
            scale = Math.max(scale, Math.abs(wanted[i]));
        }
        return largest / scale;
    }

    private Proof proof(Path file, ExportFormat format, String ranBy, List<Integer> batches, double largest)
            throws IOException {
        return new Proof(
                file.getFileName().toString(), format.toString(), Files.size(file), ranBy, batches, largest, bound);
    }
}
