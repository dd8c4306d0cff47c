package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Journal;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import io.github.gan4j.files.RunFolder;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Server-sent events about one run for one page: all events so far, then what is new. Each page has a thread that looks
 * at the run folder a few times a second, so a page that does not read holds up nobody else, the training least of all.
 */
final class Channel {
    private static final int MOST_POINTS = 800;
    private static final long MILLIS = 350;
    private static final long HEARTBEAT = 10_000;

    private final Runs runs;
    private final Workshop workshop;
    private final AtomicInteger open = new AtomicInteger();
    private final int most;
    private volatile boolean closed;

    Channel(Runs runs, Workshop workshop, int most) {
        this.runs = runs;
        this.workshop = workshop;
        this.most = most;
    }

    void close() {
        closed = true;
    }

    /** Follows a run until the page goes away. */
    void serve(Context context, String name) throws IOException {
        RunFolder folder = runs.open(name);
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
        } catch (IOException | IllegalStateException gone) {
            // the page was closed
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
        private final Journal journal = new Journal();
        private final Doctor doctor;
        private boolean begun;
        private long lastWord = System.currentTimeMillis();

        Page(String name, RunFolder folder, OutputStream out) {
            this.name = name;
            this.folder = folder;
            this.out = out;
            this.log = new EventLog(folder.events());
            this.doctor = Doctor.of(folder);
        }

        void follow() throws IOException, InterruptedException {
            out.write("retry: 1500\n\n".getBytes(StandardCharsets.UTF_8));
            while (!closed) {
                look();
                out.flush();
                Thread.sleep(MILLIS);
            }
        }

        private void look() throws IOException {
            EventLog.News news = log.news();
            if (news.again() || !begun) {
                journal.clear();
                send("history", history(news));
                begun = true;
            } else {
                for (ObjectNode event : news.events()) send("event", event);
            }
            news.events().forEach(journal::add);
            ObjectNode card = Card.of(name, folder, workshop);
            changed("status", card);
            changed("pictures", Json.tree(folder.pictures()));
            changed("checkpoints", Json.tree(folder.moments()));
            boolean unknown = !sent.containsKey("diagnosis");
            if (unknown || news.again() || !news.events().isEmpty())
                changed("diagnosis", doctor.diagnose(journal.history()).toJson());
            if (System.currentTimeMillis() - lastWord > HEARTBEAT) {
                out.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                lastWord = System.currentTimeMillis();
            }
        }

        private ObjectNode history(EventLog.News news) {
            ObjectNode history = Json.object().put("broken", log.broken());
            ArrayNode events = history.putArray("events");
            EventLog.thinned(news.events(), MOST_POINTS).forEach(events::add);
            return history;
        }

        private void changed(String kind, JsonNode value) throws IOException {
            String text = value.toString();
            if (text.equals(sent.put(kind, text))) return;
            send(kind, value);
        }

        private void send(String kind, JsonNode value) throws IOException {
            String data = Json.tree(value).toString();
            out.write(("event: " + kind + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
            lastWord = System.currentTimeMillis();
        }
    }
}
