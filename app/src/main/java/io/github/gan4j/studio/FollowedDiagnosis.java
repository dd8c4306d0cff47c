package io.github.gan4j.studio;

import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Journal;
import io.github.gan4j.files.EventLog;
import java.util.Optional;

/** The diagnosis of a run as its events come. A long history takes a while to examine, and is examined less often for that. */
final class FollowedDiagnosis {
    /** After a diagnosis that took a second there is none for this many. */
    private static final long PAUSES = 200;

    private final Doctor doctor;
    private final Journal journal = new Journal();
    private boolean hasNews = true;
    private boolean wasOver;
    private long next = System.nanoTime();

    FollowedDiagnosis(Doctor doctor) {
        this.doctor = doctor;
    }

    void hear(EventLog.News news, boolean isFromStart) {
        if (isFromStart) journal.clear();
        news.events().forEach(journal::add);
        hasNews |= isFromStart || !news.events().isEmpty();
    }

    /** The diagnosis of now; empty where it is that of before, or has to wait. */
    Optional<Diagnosis> now(boolean isOver) {
        boolean isEnd = isOver && !wasOver;
        wasOver = isOver;
        if (!isEnd && (!hasNews || System.nanoTime() - next < 0)) return Optional.empty();
        long began = System.nanoTime();
        Diagnosis now = isOver ? doctor.conclude(journal.history()) : doctor.diagnose(journal.history());
        hasNews = false;
        next = System.nanoTime() + PAUSES * (System.nanoTime() - began);
        return Optional.of(now);
    }
}
