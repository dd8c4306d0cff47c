package io.github.gan4j.studio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.files.EventLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The events of a run for pages that ask for them again and again: a file is read whole once, and then what is new in it. */
final class FollowedEvents {
    private static final int MOST_POINTS = 400;

    private final Path file;
    private EventLog log;
    private List<ObjectNode> points = new ArrayList<>();

    FollowedEvents(Path file) {
        this.file = file;
        this.log = new EventLog(file);
    }

    /** Some of the events, evenly spaced, without what each player of several did. */
    synchronized List<ObjectNode> points() throws IOException {
        look();
        return EventLog.thinned(points, MOST_POINTS);
    }

    /** As {@link EventLog#latest}. */
    synchronized List<ObjectNode> latest() throws IOException {
        look();
        return log.latest();
    }

    private void look() throws IOException {
        EventLog.News news = log.look(MOST_POINTS);
        if (news.again()) points = new ArrayList<>();
        news.events().forEach(event -> points.add(event.without("players")));
        if (points.size() <= 2 * MOST_POINTS) return;
        // those of the beginning would become ever sparser beside the new ones: all are read anew
        log = new EventLog(file);
        points = new ArrayList<>();
        look();
    }
}
