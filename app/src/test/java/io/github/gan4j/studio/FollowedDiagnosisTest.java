package io.github.gan4j.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.doctor.Diagnosis;
import io.github.gan4j.doctor.Doctor;
import io.github.gan4j.doctor.Illness;
import io.github.gan4j.files.EventLog;
import io.github.gan4j.files.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowedDiagnosisTest {
    private final FollowedDiagnosis diagnosis = new FollowedDiagnosis(Doctor.withoutPlan());

    private static EventLog.News events(int from, int to) {
        List<ObjectNode> events = IntStream.range(from, to)
                .mapToObj(i -> Json.object().put("step", i).put("imagesSeen", 64 * i))
                .toList();
        return new EventLog.News(false, events);
    }

    @Test
    void there_is_one_at_first_none_without_news_and_one_at_the_end_however_soon() {
        diagnosis.hear(events(0, 0), true);
        assertThat(diagnosis.now(false).map(Diagnosis::illness)).contains(Illness.TOO_EARLY);
        assertThat(diagnosis.now(false)).isEmpty();
        diagnosis.hear(events(0, 3), false);
        Optional<Diagnosis> end = diagnosis.now(true);
        assertThat(end.map(Diagnosis::illness)).contains(Illness.TOO_SHORT);
        assertThat(diagnosis.now(true)).isEmpty();
    }

    @Test
    void a_run_that_is_over_is_concluded_at_the_first_look() {
        diagnosis.hear(events(0, 2), true);
        assertThat(diagnosis.now(true).map(Diagnosis::illness)).contains(Illness.TOO_SHORT);
    }
}
