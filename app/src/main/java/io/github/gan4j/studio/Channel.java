package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.FileStamp;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.JsonLines;
import io.github.gan4j.files.RunFolder;
import io.github.gan4j.plan.Plan;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server-sent events about one run for one page: all events so far, then what is new. Each page has a thread that looks
 * at the run folder every few seconds or more often, so a page that does not read holds up nobody else, the training least of all.
 */
final class Channel {
    private static final int MOST_POINTS = 800;
    /** Of a long file, until it has been read. */
    private static final int MOST_GLANCED = 200;

    private static final long MOST_STEERING = 4 << 20;
    /** Between looks at a training that runs freely; pages are drawn after each, which takes its time. */
    private static final long MILLIS = 1000;
    /** The same where it computes on all processors, so that whatever a page takes is taken from it. */
    private static final long CROWDED_MILLIS = 3000;
    /** Where each step is looked at, and until a page is painted. */
    private static final long FINE_MILLIS = 350;

    private static final long HEARTBEAT = 10_000;

    private final Runs runs;
    private final Cards cards;
    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private volatile boolean closed;

    Channel(Runs runs, Cards cards, int most) {
        this.runs = runs;
        this.cards = cards;
        this.most = most;
    }

    void close() {
        closed = true;
    }

    /** Follows a run until the page goes away. */
    void serve(Context context, String name) throws IOException {
        RunFolder folder = cards.isAwaited(name) ? new RunFolder(runs.inside(name)) : runs.open(name);
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw new Refusal(503, "more than " + most + " pages are open; close some");
        }
        try {
            context.disableCompression();
            context.res().setContentType("text/event-stream");
            context.res().setCharacterEncoding("UTF-8");
            context.res().setHeader("Cache-Control", "no-store");
            new Page(name, folder, context.res().getOutputStream()).follow();
        } catch (IOException | IllegalStateException | Refusal gone) {
            // the page was closed, or the run is there no longer
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private final class Page {
        private final String name;
        private final RunFolder folder;
        private final OutputStream out;
        private final EventLog log;
        private final Map<String, String> sent = new HashMap<>();
        private JsonNode steered = Json.tree(List.of());
        private long steeringSize;
        private FileStamp listed = FileStamp.NEVER;
        private boolean begun;
        private long lastWord = System.currentTimeMillis();

        Page(String name, RunFolder folder, OutputStream out) {
            this.name = name;
            this.folder = folder;
            this.out = out;
            this.log = new EventLog(folder.events());
        }

        void follow() throws IOException, InterruptedException {
            out.write("retry: 1500\n\n".getBytes(StandardCharsets.UTF_8));
            await();
            begin();
            // only now that the page has something to show: to read a plan takes a while
            Doctor doctor = Doctor.of(folder);
            FollowedDiagnosis diagnosis = new FollowedDiagnosis(doctor);
            long pause = takesAll(doctor.plan()) ? CROWDED_MILLIS : MILLIS;
            while (!closed) {
                ObjectNode card = look(diagnosis);
                out.flush();
                Thread.sleep(isFine(card) ? FINE_MILLIS : pause);
            }
        }

        /** Whether a training by this plan computes on all processors of this machine. */
        private static boolean takesAll(Optional<Plan> plan) {
            int processors = Runtime.getRuntime().availableProcessors();
            return plan.flatMap(known -> known.parallelism(processors))
                    .filter(parallelism -> parallelism.replicas() * parallelism.threads() >= processors)
                    .isPresent();
        }

        /** Says how the run stands for as long as it has no folder. */
        private void await() throws IOException, InterruptedException {
            while (!closed && cards.isAwaited(name)) {
                changed("status", cards.of(name));
                beat();
                out.flush();
                Thread.sleep(MILLIS);
            }
        }

        /** What is there at once, so that nobody waits for the rest: of a long file, some events. */
        private void begin() throws IOException, InterruptedException {
            standing();
            boolean isLong = folder.events().toFile().length() > EventLog.MOST_NEW_BYTES;
            if (isLong) send("history", history(EventLog.glance(folder.events(), MOST_GLANCED)));
            out.flush();
            // the page paints before all of the file takes the processor
            if (isLong) Thread.sleep(FINE_MILLIS);
        }

        /** How the run stands, and its pictures and checkpoints. */
        private ObjectNode standing() throws IOException {
            // the run may be renamed, deleted or replaced by something else while its page is open
            ObjectNode card = cards.of(name, runs.open(name));
            changed("status", card);
            list();
            return card;
        }

        /** The pictures and checkpoints, unless nothing has happened in their folders. */
        private void list() throws IOException {
            FileStamp now = FileStamp.of(folder.samples(), folder.checkpoints().path());
            if (now.equals(listed)) return;
            listed = now.settled();
            changed("pictures", Json.tree(folder.pictures()));
            changed("checkpoints", Json.tree(folder.moments()));
        }

        /** Whether a person waits for single steps, or for the first. */
        private static boolean isFine(ObjectNode card) {
            JsonNode setting = card.path("setting");
            return card.path("state").asText().equals("starting")
                    || setting.path("paused").asBoolean()
                    || setting.path("secondsPerStep").asDouble() > 0;
        }

        private ObjectNode look(FollowedDiagnosis diagnosis) throws IOException {
            EventLog.News news = log.look(MOST_POINTS);
            boolean isFromStart = news.again() || !begun;
            if (isFromStart) send("history", history(news.events()));
            else for (ObjectNode event : news.events()) send("event", event);
            begun = true;
            diagnosis.hear(news, isFromStart);
            ObjectNode card = standing();
            changed("steering", steering());
            Optional<Diagnosis> now = diagnosis.now(card.path("state").asText().equals("finished"));
            if (now.isPresent()) changed("diagnosis", now.get().toJson());
            beat();
            return card;
        }

        /** Says that the studio is there where there was nothing else to say for a while. */
        private void beat() throws IOException {
            if (System.currentTimeMillis() - lastWord <= HEARTBEAT) return;
            out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
            lastWord = System.currentTimeMillis();
        }

        /** What people did to the training, as far as the file can be read. */
        private JsonNode steering() {
            Path file = folder.path().resolve("steering.jsonl");
            try {
                long size = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
                if (size == steeringSize || size > MOST_STEERING) return steered;
                steeringSize = size;
                steered = Json.tree(size == 0 ? List.of() : JsonLines.read(file));
            } catch (IOException unreadable) {
                // what was read before stays
            }
            return steered;
        }

        private ObjectNode history(List<ObjectNode> all) {
            ObjectNode history = Json.object().put("broken", log.broken());
            ArrayNode events = history.putArray("events");
            EventLog.thinned(all, MOST_POINTS).forEach(events::add);
            return history;
        }

        private void changed(String kind, JsonNode value) throws IOException {
            String text = Json.tree(value).toString();
            if (!text.equals(sent.put(kind, text))) send(kind, text);
        }

        private void send(String kind, JsonNode value) throws IOException {
            send(kind, Json.tree(value).toString());
        }

        private void send(String kind, String data) throws IOException {
            out.write(("event: " + kind + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            lastWord = System.currentTimeMillis();
        }
    }
}
