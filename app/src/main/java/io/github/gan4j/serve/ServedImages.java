package io.github.gan4j.serve;

import io.github.gan4j.data.ClassList;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Layers;
import io.github.gan4j.files.Picture;
import io.github.gan4j.model.TrainedRedrawer;
import io.github.gan4j.model.TrainedRestorer;
import io.github.gan4j.restore.Restoration;
import io.github.gan4j.serving.ModelPool;
import io.github.gan4j.serving.PoolFullException;
import io.github.gan4j.serving.PoolLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** A model that makes an image of an image: restores it, enlarges it, or draws it anew as one of another class. */
record ServedImages(
        String name,
        Task task,
        String shape,
        long imagesSeen,
        List<String> labelNames,
        ModelPool<?, Request, Layers> pool)
        implements ServedModel {
    private record Request(Layers image, Optional<Integer> label) {}

    static ServedImages restorer(String name, ModelPool.Opener<TrainedRestorer> opener, PoolLimits limits)
            throws IOException {
        List<TrainedRestorer> restorers = ModelPool.opened(opener, limits);
        TrainedRestorer one = restorers.get(0);
        String shape = "any size, " + (one.channels() == 1 ? "grey" : "colour")
                + (one.factor() > 1 ? ", enlarged " + one.factor() + " times" : "");
        return new ServedImages(
                name,
                one.factor() > 1 ? Task.UPSCALE : Task.RESTORE,
                shape,
                one.imagesSeen(),
                List.of(),
                new ModelPool<>(limits, restorers, request -> 1, 1, ServedImages::restored));
    }

    private static List<Layers> restored(TrainedRestorer restorer, List<Request> requests) {
        Restoration restoration = new Restoration(restorer);
        return requests.stream()
                .map(request -> restoration.of(request.image(), share -> {}))
                .toList();
    }

    static ServedImages redrawer(String name, ModelPool.Opener<TrainedRedrawer> opener, PoolLimits limits)
            throws IOException {
        List<TrainedRedrawer> redrawers = ModelPool.opened(opener, limits);
        TrainedRedrawer one = redrawers.get(0);
        return new ServedImages(
                name,
                Task.REDRAW,
                one.shape().toString(),
                one.imagesSeen(),
                one.labelNames(),
                new ModelPool<>(limits, redrawers, request -> 1, 64, ServedImages::redrawn));
    }

    private static List<Layers> redrawn(TrainedRedrawer redrawer, List<Request> requests) {
        SampleShape shape = redrawer.shape();
        float[] images = new float[requests.size() * shape.size()];
        int[] labels = new int[requests.size()];
        for (int i = 0; i < labels.length; i++) {
            float[] fitted = Fitted.values(requests.get(i).image().picture(), shape);
            System.arraycopy(fitted, 0, images, i * shape.size(), shape.size());
            labels[i] = requests.get(i).label().orElseThrow();
        }
        List<Layers> answers = new ArrayList<>();
        for (Picture picture : shape.pictures(redrawer.redrawn(images, labels)))
            answers.add(new Layers(picture, Optional.empty()));
        return answers;
    }

    /**
     * @param file the bytes of an image file
     * @param label the class to redraw as
     * @param mostPixels of the image
     * @throws IOException in one line, when this is no image
     * @throws IllegalArgumentException when it has more pixels, or the class does not fit the model
     */
    CompletableFuture<Layers> answer(byte[] file, Optional<String> label, long mostPixels)
            throws IOException, PoolFullException {
        if (label.isPresent() != (task == Task.REDRAW))
            throw new IllegalArgumentException(
                    label.isPresent() ? "class: only redraw takes one" : "class is missing: the one to redraw as");
        Optional<Integer> number = label.map(text -> ClassList.one("class", text, labelNames));
        long pixels = ImageFile.pixels(file, "the image");
        if (pixels > mostPixels)
            throw new IllegalArgumentException("the image must have at most " + mostPixels + " pixels, got " + pixels);
        Layers layers = task == Task.REDRAW
                ? new Layers(ImageFile.read(file, "the image"), Optional.empty())
                : ImageFile.layers(file, "the image");
        return pool.submit(new Request(layers, number));
    }

    @Override
    public OptionalLong trainedImages() {
        return OptionalLong.of(imagesSeen);
    }

    @Override
    public int waiting() {
        return pool.waiting();
    }

    @Override
    public long batches() {
        return pool.batches();
    }

    @Override
    public void close() {
        pool.close();
    }
}
