package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A local web page over a folder of runs: watch, steer, explore and compare them, and fool classifiers. It listens to this machine alone
 * unless told otherwise.
 */
public final class Studio implements AutoCloseable {
    private static final int MOST_PAGES = 48;
    private static final long AFTER_REQUEST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    /** Between two looks at whether there are too many connections. */
    private static final int MONITOR_MILLIS = 30_000;

    private static final String REFUSED = "refused";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final StudioSettings settings;
    private final Gate gate;
    private final Workshop workshop;
    private final RunQueue queue;
    private final Cards cards;
    private final Channel channel;
    private final Views views = new Views();
    private final Runs runs;
    private final Explorers explorers;
    private final Lab lab;
    private final PastScenes pastScenes;
    private final Jobs jobs;
    private final UseRoutes uses;
    private final RestoreRoutes restoring;
    private final RedrawRoutes redrawing;
    private Javalin server;
    /** When the last request came. */
    private volatile long asked = System.nanoTime();

    private Studio(StudioSettings settings) throws IOException {
        this.settings = settings;
        this.gate = new Gate(settings);
        this.runs = new Runs(settings.runs());
        this.workshop = new Workshop(runs);
        this.queue = new RunQueue(runs, workshop);
        this.cards = new Cards(runs, workshop, queue);
        this.explorers = new Explorers(workshop, views);
        this.lab = new Lab(workshop, views);
        this.pastScenes = new PastScenes(workshop, views);
        this.jobs = new Jobs(workshop);
        TrialImages images = new TrialImages();
        this.uses = new UseRoutes(runs, views, workshop, images, jobs);
        this.redrawing = new RedrawRoutes(runs, views, workshop, images);
        this.restoring = new RestoreRoutes(runs, workshop, images, jobs);
        this.channel = new Channel(runs, cards, MOST_PAGES);
    }

    /**
     * Begins to serve, and to train what waits for its turn.
     *
     * @throws IOException in one line, when the folder cannot be made or the port is taken
     */
    public static Studio open(StudioSettings settings) throws IOException {
        Studio studio = serving(settings);
        studio.takeTurns();
        return studio;
    }

    /** As {@link #open}, but what waits for its turn goes on waiting until {@link #takeTurns}. */
    public static Studio serving(StudioSettings settings) throws IOException {
        Studio studio = new Studio(settings);
        try {
            studio.server =
                    Javalin.create(studio::configure).start(settings.names().address(), settings.port());
            Thread reader = new Thread(() -> studio.cards.readAhead(studio::isAsked), "gan4j-cards");
            reader.setDaemon(true);
            reader.start();
            return studio;
        } catch (JavalinBindException taken) {
            studio.close();
            throw new IOException(
                    "port " + settings.port() + " on " + settings.names().address()
                            + " is already in use (is another studio open?); --port 0 takes any free port",
                    taken);
        }
    }

    /** From now on runs that wait begin, one after the other, whenever nothing trains here. */
    public void takeTurns() {
        queue.begin();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 16L << 20;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_PAGES + 32, 4);
        threads.setName("gan4j-web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(Studio::lookSeldom);
        config.routes.before(this::admit);
        config.routes.get("/", Assets::page);
        config.routes.get("/assets/{file}", context -> Assets.serve(context, context.pathParam("file")));
        config.routes.get("/assets/lib/<file>", context -> Assets.serve(context, "lib/" + context.pathParam("file")));
        config.routes.get(
                "/assets/{version}/<file>",
                context -> Assets.serve(context, context.pathParam("version"), context.pathParam("file")));
        config.routes.get("/api/runs/{run}/follow", context -> channel.serve(context, context.pathParam("run")));
        new ExploreRoutes(runs, explorers).add(config.routes);
        new LabRoutes(settings, lab, workshop, views).add(config.routes);
        new StudyRoutes(lab, workshop, jobs).add(config.routes);
        uses.add(config.routes);
        restoring.add(config.routes);
        redrawing.add(config.routes);
        new EvaluateRoutes(settings, runs, workshop, jobs).add(config.routes);
        new ExportRoutes(runs, workshop, jobs).add(config.routes);
        new JobRoutes(jobs).add(config.routes);
        new CompareRoutes(runs).add(config.routes);
        UploadedData uploads = new UploadedData(runs.root());
        new UploadRoutes(uploads, workshop).add(config.routes);
        new RunRoutes(runs, cards, workshop, queue, new Orders(settings, runs, uploads)).add(config.routes);
        new QueueRoutes(queue, workshop).add(config.routes);
        new NotesRoutes(runs, cards).add(config.routes);
        new SteeringRoutes(workshop, views, runs, pastScenes).add(config.routes);
        config.routes.error(404, Studio::unknown);
        config.routes.exception(MethodNotAllowedResponse.class, Studio::notTaken);
        config.routes.exception(Refusal.class, (e, context) -> refuse(context, e.status(), e));
        config.routes.exception(IllegalArgumentException.class, (e, context) -> refuse(context, 400, e));
        config.routes.exception(IOException.class, (e, context) -> refuse(context, 422, e));
        config.routes.exception(UncheckedIOException.class, (e, context) -> refuse(context, 422, e.getCause()));
        config.routes.exception(Exception.class, (e, context) -> refuse(context, 500, e));
    }

    /** The server looks at its connections every second otherwise, which takes an idle studio longer than all else. */
    private static void lookSeldom(Server server) {
        Optional.ofNullable(server.getBean(LowResourceMonitor.class))
                .ifPresent(monitor -> monitor.setPeriod(MONITOR_MILLIS));
    }

    /** Whether somebody waits for an answer, or has just got one and will ask for more. */
    private boolean isAsked() {
        return System.nanoTime() - asked < AFTER_REQUEST_NANOS;
    }

    private void admit(Context context) {
        asked = System.nanoTime();
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        gate.check(context, context.req().getLocalPort());
    }

    private static void refuse(Context context, int status, Exception reason) {
        context.status(status);
        context.attribute(REFUSED, true);
        String line = Workshop.line(reason);
        if (isForPage(context)) {
            Assets.refusal(context, line);
            return;
        }
        ObjectNode answer = Json.object().put("error", line);
        if (reason instanceof Refusal refusal) refusal.renamed().ifPresent(name -> answer.put("renamed", name));
        Replies.json(context, answer);
    }

    /** Whether a person opened this address in a browser. */
    private static boolean isForPage(Context context) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html");
    }

    /** Addresses that no route has. */
    private static void unknown(Context context) {
        if (context.attribute(REFUSED) == null)
            refuse(context, 404, Refusal.missing("the studio has no page " + context.path()));
    }

    /** Addresses that have a route, but not for the method of the request. */
    private static void notTaken(MethodNotAllowedResponse other, Context context) {
        String taken = other.getDetails().get("availableMethods");
        context.header("Allow", taken);
        String line = context.path() + " takes " + taken + ", got " + context.method();
        refuse(context, 405, new Refusal(405, line));
    }

    private int port() {
        return server.port();
    }

    /** The address to open in a browser, with the token where one is needed. */
    public String url() {
        return settings.names().url(port()) + "/"
                + gate.token().map(token -> "?token=" + token).orElse("");
    }

    /** Where trainings go on. */
    public Workshop workshop() {
        return workshop;
    }

    /** Ends a training that is going on, cleanly, and stops serving; once, however often it is called. */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) return;
        queue.close();
        workshop.close();
        channel.close();
        cards.close();
        if (server != null) server.stop();
        lab.close();
        jobs.close();
        restoring.close();
        redrawing.close();
        uses.close();
        explorers.close();
        pastScenes.close();
        views.close();
        try {
            runs.emptyBin();
        } catch (IOException stuck) {
            // emptied at the next end
        }
    }
}
