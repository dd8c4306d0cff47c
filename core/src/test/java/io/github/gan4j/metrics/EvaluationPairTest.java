package io.github.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EvaluationPairTest {
    private static final Judgement FLOOR = judgement(Better.LOWER, 1, 0.1, 1000);

    private static Judgement judgement(Better better, double value, double reach, int count) {
        Optional<ConfidenceInterval> interval =
                Optional.of(new ConfidenceInterval(value - reach, value + reach, "by hand"));
        Score score = new Score("distance", value, better, count, count, interval, List.of());
        return new Judgement(score, new Score("distance", 1, better, count, count, Optional.empty(), List.of()));
    }

    private static Evaluation evaluation(String hash, String reals, String split, Judgement judgement) {
        return new Evaluation(
                "a run", "digits", reals, split, "eye", hash, List.of(judgement), List.of(), Optional.empty());
    }

    private static void refused(Evaluation other, String message) {
        Evaluation one = evaluation("1", "2", "half", FLOOR);
        assertThatThrownBy(() -> new EvaluationPair(one, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void what_other_eyes_saw_or_other_reals_were_beside_is_not_compared() {
        refused(
                evaluation("9", "2", "half", FLOOR),
                "these two cannot be compared: different extractors: eye 1 and eye 9");
        refused(
                evaluation("1", "9", "half", FLOOR),
                "these two cannot be compared: different reals: digits and digits, other pictures");
        refused(
                evaluation("1", "2", "half", judgement(Better.LOWER, 1, 0.1, 500)),
                "these two cannot be compared: different counts for distance: 1000 fakes with 1000 reals and 500 fakes with"
                        + " 500 reals");
    }

    @Test
    void the_better_one_is_named_where_intervals_leave_no_doubt() {
        assertThat(verdict(Better.LOWER, 2, 3)).isEqualTo("first");
        assertThat(verdict(Better.HIGHER, 2, 3)).isEqualTo("second");
        assertThat(verdict(Better.LIKE_REALS, 0.8, 3)).isEqualTo("first");
        assertThat(verdict(Better.LOWER, 2, 2.1)).isEqualTo("not significant");
        // 1 is the floor: as far below it as above
        assertThat(verdict(Better.LIKE_REALS, 0, 2)).isEqualTo("equally far from the floor");
    }

    @Property(tries = 300)
    void nobody_is_better_without_two_intervals_that_leave_no_doubt(
            @ForAll Better better,
            @ForAll @DoubleRange(min = -3, max = 3) double first,
            @ForAll @DoubleRange(min = -3, max = 3) double second,
            @ForAll boolean oneInterval,
            @ForAll boolean otherInterval) {
        Judgement one = oneInterval ? judgement(better, first, 0.1, 10) : bare(better, first);
        Judgement other = otherInterval ? judgement(better, second, 0.1, 10) : bare(better, second);
        String forth = verdict(one, other), back = verdict(other, one);
        if (!oneInterval || !otherInterval || Math.abs(first - second) <= 0.2)
            assertThat(forth).isIn("equal", "no interval", "not significant");
        String exchanged = forth.equals("first") ? "second" : forth.equals("second") ? "first" : forth;
        assertThat(back).isEqualTo(exchanged);
        assertThat(verdict(one, one)).isEqualTo("equal");
    }

    private static Judgement bare(Better better, double value) {
        Score score = Score.of("distance", value, better, 10, 10);
        return new Judgement(score, Score.of("distance", 1, better, 10, 10));
    }

    private static String verdict(Better better, double first, double second) {
        return verdict(judgement(better, first, 0.1, 10), judgement(better, second, 0.1, 10));
    }

    private static String verdict(Judgement first, Judgement second) {
        EvaluationPair pair =
                new EvaluationPair(evaluation("1", "2", "half", first), evaluation("1", "2", "half", second));
        String row = pair.table().lines().reduce((before, last) -> last).orElseThrow();
        return row.substring(row.lastIndexOf("  ") + 2);
    }
}
