package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.export.Export;
import io.github.gan4j.export.ExportFormat;
import io.github.gan4j.export.ExportProgress;
import io.github.gan4j.export.ExportedPart;
import io.github.gan4j.export.Proof;
import io.github.gan4j.files.FileTree;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.settings.Words;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Networks of a run exported as {@code gan4j export} does, as jobs, each file of one in a zip. */
record ExportRoutes(Runs runs, Workshop workshop, Jobs jobs) {
    private record Wanted(Set<ExportFormat> formats, boolean half, boolean best, ExportedPart part, int generator) {}

    void add(RoutesConfig routes) {
        routes.post("/api/use/{run}/export", UseRoutes.plainly(this::export));
    }

    private void export(Context context) throws Exception {
        String run = context.pathParam("run");
        RunFolder folder = runs.open(run);
        Wanted wanted = new Wanted(
                ExportFormat.named(Query.text(context, "formats", "onnx")),
                context.queryParam("half") != null,
                context.queryParam("best") != null,
                Words.named(ExportedPart.class, "part", Query.text(context, "part", "generator")),
                Query.whole(context, "generator", 0, 0, 64));
        String stamp = LatestModel.stamp(folder);
        Jobs.Job job = jobs.begin(
                Jobs.id("export", run, stamp, LatestModel.newest(folder), wanted),
                new Jobs.Task(Jobs.Kind.EXPORT, run, stamp),
                // a network is opened with random first weights
                now -> workshop.quietly(pause -> exported(folder, wanted, (doing, share) -> {
                    now.at(doing, share);
                    pause.run();
                })));
        Replies.json(context, job.state(JobRoutes.PATIENCE_MILLIS));
    }

    private static Jobs.Outcome exported(RunFolder folder, Wanted wanted, ExportProgress progress) throws IOException {
        List<String> notices = new ArrayList<>();
        Export export = new Export(
                wanted.formats(),
                wanted.half(),
                wanted.best(),
                wanted.part(),
                wanted.generator(),
                Optional.empty(),
                false,
                line -> notices.add(PlainLine.without(line)));
        Path place = Files.createTempDirectory("gan4j-export");
        Path files = place.resolve("files");
        try {
            List<Proof> proofs = export.of(folder.path(), files, progress);
            progress.at("packing the files", 1);
            ObjectNode facts = Json.object().put("part", Words.of(wanted.part()));
            facts.set("proofs", Json.tree(proofs));
            facts.set("notices", Json.tree(notices));
            return new Jobs.Outcome(facts, Map.of("export.zip", zip(files, facts.putArray("files"))));
        } finally {
            FileTree.remove(place);
        }
    }

    /** @param named is given the names and sizes of the files */
    private static byte[] zip(Path folder, ArrayNode named) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : FileTree.list(folder, any -> true)) {
                String name = file.getFileName().toString();
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                named.addObject().put("name", name).put("bytes", Files.size(file));
            }
        }
        return bytes.toByteArray();
    }
}
