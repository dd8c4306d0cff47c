package io.github.gan4j.transfer;

import io.github.gan4j.files.Checksum;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.PyTorchFile;
import io.github.gan4j.files.Safetensors;
import io.github.gan4j.files.StoredTensor;
import io.github.gan4j.model.RunMoment;
import io.github.gan4j.plan.StartPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The files that a plan starts from: found, checked and read. */
final class WeightFiles {
    private static final String SAFETENSORS = ".safetensors";

    private WeightFiles() {}

    /** The plan's start with absolute paths of files and their checksums; what has checksums already stays as it is. */
    static StartPlan located(StartPlan start, Consumer<String> notice) throws IOException {
        if (!start.sha256().isEmpty()) return start;
        List<String> files = new ArrayList<>(), checksums = new ArrayList<>();
        for (String from : start.from()) {
            Path file = file(from, notice).toAbsolutePath().normalize();
            files.add(file.toString());
            checksums.add(Checksum.sha256(file));
        }
        return start.located(files, checksums);
    }

    private static Path file(String from, Consumer<String> notice) throws IOException {
        Path path = Path.of(from);
        if (Files.isRegularFile(path)) return path;
        if (Files.isDirectory(path) && !Files.exists(path.resolve("plan.yaml"))) return only(path);
        return RunMoment.named(from, notice).checkpoint().file();
    }

    /** The file of weights in a folder that is no run, as models are published. */
    private static Path only(Path folder) throws IOException {
        List<Path> found = FileTree.list(folder, file -> file.toString().endsWith(SAFETENSORS));
        if (found.size() == 1) return found.get(0);
        throw new IOException(
                folder + ": neither a run folder (it has no plan.yaml) nor a folder with one safetensors file, got "
                        + found.size() + " of these");
    }

    /**
     * All arrays of the files in the order of their network; of several files each name begins with that of its file
     * without its ending.
     */
    static Map<String, StoredTensor> read(StartPlan start) throws IOException {
        Map<String, StoredTensor> all = new LinkedHashMap<>();
        for (int i = 0; i < start.from().size(); i++) {
            Path file = Path.of(start.from().get(i));
            requireUnchanged(file, start.sha256().get(i));
            String name = file.getFileName().toString();
            String before = start.from().size() == 1 ? "" : name.replaceAll("\\.[^.]*$", "") + ".";
            for (Map.Entry<String, StoredTensor> array : arrays(file).entrySet())
                if (all.put(before + array.getKey(), array.getValue()) != null)
                    throw new IllegalArgumentException(
                            "start.from has two files of the name " + name + "; give them different names");
        }
        return all;
    }

    private static void requireUnchanged(Path file, String sha256) throws IOException {
        if (!Files.isRegularFile(file))
            throw new IOException(file + ": no such file; the run starts from its weights (start.from)");
        if (!Checksum.sha256(file).equals(sha256))
            throw new IOException(file + ": not the weights that the plan names (start.sha256 differs);"
                    + " put them back, or set start.from and start.sha256=[] to start from others");
    }

    private static Map<String, StoredTensor> arrays(Path file) throws IOException {
        if (PyTorchFile.isOne(file)) return PyTorchFile.read(file);
        Map<String, StoredTensor> stored = Safetensors.read(file).tensors();
        Map<String, StoredTensor> ordered = new LinkedHashMap<>();
        stored.keySet().stream().sorted(new LayerOrder()).forEach(name -> ordered.put(name, stored.get(name)));
        return ordered;
    }
}
