package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.data.ClassList;
import io.github.gan4j.data.Fitted;
import io.github.gan4j.data.SampleShape;
import io.github.gan4j.explore.RedrawFigure;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.metrics.Fidelity;
import io.github.gan4j.model.TrainedRedrawer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** Images redrawn by a run as ones of other classes. */
final class RedrawRoutes implements AutoCloseable {
    private static final int MOST_CLASSES = 64;

    private final Runs runs;
    private final Views views;
    private final TrialImages images;
    private final LatestModel<TrainedRedrawer> redrawers;

    RedrawRoutes(Runs runs, Views views, Workshop workshop, TrialImages images) {
        this.runs = runs;
        this.views = views;
        this.images = images;
        redrawers = new LatestModel<>(workshop, run -> TrainedRedrawer.open(run, line -> {}));
    }

    void add(RoutesConfig routes) {
        routes.get("/api/use/{run}/redraw", UseRoutes.plainly(this::redraw));
        routes.post("/api/use/{run}/redraw", UseRoutes.plainly(this::redraw));
    }

    private void redraw(Context context) throws Exception {
        RunFolder folder = runs.open(context.pathParam("run"));
        TrialImages.Given given = images.given(context, folder);
        String as = Query.text(context, "as", "all"), own = Query.text(context, "own", "");
        Replies.json(
                context,
                views.see(() -> redrawers.use(folder, redrawer -> {
                    List<String> names = redrawer.labelNames();
                    List<Integer> labels = ClassList.of("as", as, names);
                    if (labels.size() > MOST_CLASSES)
                        throw new IllegalArgumentException("at most " + MOST_CLASSES
                                + " classes are redrawn at once, got " + labels.size() + "; choose some");
                    OptionalInt truth =
                            own.isEmpty() ? given.truth() : OptionalInt.of(ClassList.one("own", own, names));
                    float[] values = Fitted.values(given.picture(), redrawer.shape());
                    return answer(redrawer, given, values, labels, truth);
                })));
    }

    private static ObjectNode answer(
            TrainedRedrawer redrawer, TrialImages.Given given, float[] values, List<Integer> labels, OptionalInt truth)
            throws IOException {
        SampleShape shape = redrawer.shape();
        RedrawFigure figure = RedrawFigure.of(redrawer, values, labels);
        ObjectNode answer = UseRoutes.seen(given, values, shape).put("imagesSeen", redrawer.imagesSeen());
        ArrayNode redrawn = answer.putArray("redrawn");
        for (int i = 0; i < labels.size(); i++)
            redrawn.addObject()
                    .put("label", labels.get(i))
                    .put("png", Replies.encoded(figure.redrawn().get(i)));
        answer.put("figure", Replies.encoded(figure.picture()));
        if (truth.isPresent()) {
            Picture again = RedrawFigure.of(redrawer, values, List.of(truth.getAsInt()))
                    .redrawn()
                    .get(0);
            double psnr = Fidelity.between(again, shape.picture(values)).psnr();
            ObjectNode reconstruction = answer.putObject("reconstruction")
                    .put("label", truth.getAsInt())
                    .put("png", Replies.encoded(again));
            if (Double.isFinite(psnr)) reconstruction.put("psnr", psnr);
        }
        return answer;
    }

    @Override
    public void close() {
        views.run(redrawers::close);
    }
}
