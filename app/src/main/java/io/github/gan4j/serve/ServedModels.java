package io.github.gan4j.serve;

import io.github.gan4j.files.RunFolder;
import io.github.gan4j.model.ForeignGenerator;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.plan.Plan;
import io.github.gan4j.serving.GeneratorPool;
import io.github.gan4j.serving.PoolLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of a server by their names, in the order in which they were given. */
final class ServedModels implements AutoCloseable {
    private final Map<String, ServedModel> models = new LinkedHashMap<>();

    /**
     * @throws IOException when a path is no run and no generator, or has no intact checkpoint; what was opened is closed
     * @throws IllegalArgumentException when two runs or files have one name
     */
    static ServedModels open(ServeSettings settings) throws IOException {
        ServedModels opened = new ServedModels();
        try {
            for (Path run : settings.runs()) opened.add(run, settings);
            return opened;
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
    }

    private void add(Path run, ServeSettings settings) throws IOException {
        String name = run.toAbsolutePath().normalize().getFileName().toString();
        if (models.containsKey(name))
            throw new IllegalArgumentException("two models are called '" + name + "'; rename one");
        models.put(name, model(name, run, settings.best(), settings.limits()));
    }

    private static ServedModel model(String name, Path run, boolean best, PoolLimits limits) throws IOException {
        if (ForeignGenerator.isOne(run)) return generator(name, run, best, limits);
        Plan plan = Plan.read(RunFolder.open(run).plan());
        if (plan.restoring())
            return ServedImages.restorer(name, () -> TrainedRestorer.open(run, best, line -> {}), limits);
        if (plan.encoded().isPresent())
            return ServedImages.redrawer(name, () -> TrainedRedrawer.open(run, best, line -> {}), limits);
        return generator(name, run, best, limits);
    }

    private static ServedModel generator(String name, Path run, boolean best, PoolLimits limits) throws IOException {
        return new ServedGenerator(name, best ? GeneratorPool.openBest(run, limits) : GeneratorPool.open(run, limits));
    }

    List<ServedModel> all() {
        return List.copyOf(models.values());
    }

    /**
     * The model of a name, or the first that does the task.
     *
     * @throws UnknownModelException when there is none
     */
    <T extends ServedModel> T of(Optional<String> name, ServedModel.Task task, Class<T> type) {
        return type.cast(models.values().stream()
                .filter(model -> model.task() == task)
                .filter(model -> name.isEmpty() || name.get().equals(model.name()))
                .findFirst()
                .orElseThrow(() -> new UnknownModelException(task, name, all())));
    }

    @Override
    public void close() {
        models.values().forEach(ServedModel::close);
    }
}
