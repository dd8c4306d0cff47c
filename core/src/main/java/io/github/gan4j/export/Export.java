package io.github.gan4j.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.WorkFolder;
import io.github.gan4j.tensor.TorchScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A network written for other programs, each file run again and compared before it is left behind.
 *
 * <pre>{@code
 * for (Proof proof : Export.everything().of(Path.of("runs/my-run"), Path.of("exported")))
 *     System.out.println(proof);
 * }</pre>
 *
 * @param formats to write
 * @param half whether weights have 16 bits
 * @param best whether a run's best checkpoint is exported instead of the newest
 * @param part of a run
 * @param generator of a run with several, from 1; 0 where there is one
 * @param evaluation a file of {@code gan4j evaluate --json} for the model card; else {@code evaluation.json} of the run folder
 * @param overwrite whether an export that is there already is replaced
 * @param notice hears one line about what is left out
 */
public record Export(
        Set<ExportFormat> formats,
        boolean half,
        boolean best,
        ExportedPart part,
        int generator,
        Optional<Path> evaluation,
        boolean overwrite,
        Consumer<String> notice) {
    private static final String PROOF = "proof.json";

    /** All formats that fit, of the generator of the newest checkpoint, in 32 bits. */
    public static Export everything() {
        return new Export(
                EnumSet.allOf(ExportFormat.class),
                false,
                false,
                ExportedPart.GENERATOR,
                0,
                Optional.empty(),
                false,
                line -> {});
    }

    /** As this one, in these formats. */
    public Export in(ExportFormat first, ExportFormat... others) {
        return new Export(EnumSet.of(first, others), half, best, part, generator, evaluation, overwrite, notice);
    }

    /**
     * Exports a network of a run into a folder.
     *
     * @throws IllegalArgumentException in one line, when the network cannot be written
     * @throws IOException in one line, when the run cannot be read, the folder holds something else, or a file computes
     *     otherwise than the network; nothing is left behind then
     */
    public List<Proof> of(Path run, Path to) throws IOException {
        return of(run, to, (doing, share) -> {});
    }

    /** As {@link #of(Path, Path)}; {@code progress} hears how far it is, and may end it: nothing is left behind then. */
    public List<Proof> of(Path run, Path to, ExportProgress progress) throws IOException {
        requireFree(to);
        progress.at("opening the network", 0);
        try (OpenedRun opened = OpenedRun.of(run, this)) {
            return of(opened.subject(), to, progress);
        }
    }

    /** The same for a network of one's own, such as {@link ExportSubject#of} describes. */
    public List<Proof> of(ExportSubject given, Path to) throws IOException {
        return of(given, to, (doing, share) -> {});
    }

    private List<Proof> of(ExportSubject given, Path to, ExportProgress progress) throws IOException {
        requireFree(to);
        progress.at("recording the network", 0);
        ExportSubject subject = given;
        Program program;
        try {
            program = Program.of(given.network(), given.side());
        } catch (IllegalArgumentException notForAnySize) {
            if (given.network().inputs().stream().noneMatch(Port::anySize)) throw notForAnySize;
            subject = given.sized();
            program = Program.of(subject.network(), given.side());
            notice.accept(
                    "images must have %1$d x %1$d pixels: %2$s".formatted(given.side(), notForAnySize.getMessage()));
        }
        try (WorkFolder work = WorkFolder.beside(to)) {
            List<Proof> proofs = written(subject, program, work.path(), progress);
            ObjectNode about = About.of(subject, program);
            about.set("files", Json.tree(proofs));
            about.set(
                    "written",
                    Json.tree(work.files().stream()
                            .map(path -> path.getFileName().toString())
                            .toList()));
            Json.write(work.path().resolve(PROOF), about);
            if (Files.exists(to)) replace(to, work.files());
            else work.become(to);
            return proofs;
        }
    }

    private List<Proof> written(ExportSubject subject, Program program, Path folder, ExportProgress progress)
            throws IOException {
        Prover prover = new Prover(subject, half);
        List<Proof> proofs = new ArrayList<>();
        List<ExportFormat> wanted = wanted(subject);
        for (ExportFormat format : wanted) {
            double before = (double) wanted.indexOf(format) / wanted.size();
            progress.at("writing " + format, before);
            Runnable compare = () -> progress.at("running " + format + " again", before + 0.5 / wanted.size());
            Path file = folder.resolve(subject.name()
                    + switch (format) {
                        case ONNX -> ".onnx";
                        case TORCHSCRIPT -> ".pt";
                        case HTML -> ".html";
                        case SAFETENSORS -> "";
                    });
            switch (format) {
                case ONNX -> {
                    Files.write(file, OnnxPrinter.printed(program, half, About.texts(subject, program)));
                    compare.run();
                    proofs.add(prover.of(file, format, "ONNX Runtime"));
                }
                case TORCHSCRIPT -> {
                    String about = About.of(subject, program).toString();
                    ScriptPrinter.write(file, program, half, Map.of(TorchScript.ABOUT, about));
                    compare.run();
                    proofs.add(prover.of(file, format, "libtorch"));
                }
                case SAFETENSORS -> {
                    List<String> others = proofs.stream().map(Proof::file).toList();
                    HubFolder.write(folder, subject, program, half, others);
                    compare.run();
                    proofs.add(prover.ofHub(folder, program));
                }
                case HTML -> GeneratorPage.write(file, subject, program, half);
            }
        }
        for (Proof proof : proofs)
            if (!proof.holds())
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s computes otherwise than the network: the largest difference is %.3g, at most %s is allowed; nothing was written",
                        proof.file(),
                        proof.difference(),
                        proof.bound()));
        return proofs;
    }

    /** The formats without a page where there is none to draw. */
    private List<ExportFormat> wanted(ExportSubject subject) {
        List<ExportFormat> wanted = new ArrayList<>(formats);
        if (subject.generator().isPresent() || !formats.contains(ExportFormat.HTML)) return wanted;
        String why = "an HTML page needs a single generator that makes images from latents";
        if (formats.size() == 1) throw new IllegalArgumentException(why);
        wanted.remove(ExportFormat.HTML);
        notice.accept("no html: " + why);
        return wanted;
    }

    private void requireFree(Path to) throws IOException {
        if (!Files.exists(to)) return;
        boolean own = Files.isRegularFile(to.resolve(PROOF));
        try (Stream<Path> inside = Files.isDirectory(to) ? Files.list(to) : Stream.of(to)) {
            if (inside.findAny().isEmpty() || own && overwrite) return;
        }
        throw new IOException(to + ": exists already"
                + (own ? "; --overwrite replaces an export" : " and is no export; give another folder"));
    }

    /** The files of the old export go, whatever else is there stays. */
    private static void replace(Path to, List<Path> files) throws IOException {
        if (Files.isRegularFile(to.resolve(PROOF)))
            for (JsonNode old : Json.read(to.resolve(PROOF), ObjectNode.class).path("written")) {
                Path name = Path.of(old.asText()).getFileName();
                if (name != null) Files.deleteIfExists(to.resolve(name));
            }
        for (Path file : files) Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
