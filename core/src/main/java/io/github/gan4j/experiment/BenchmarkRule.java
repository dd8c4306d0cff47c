package io.github.gan4j.experiment;

import java.util.List;

/** The rules by which benchmarks judge samples. */
enum BenchmarkRule {
    /** {@link ModeJudge} */
    MODES(ModeJudge.COLUMNS),
    /** {@link WideJudge} */
    WIDE(WideJudge.COLUMNS),
    /** {@link LineJudge} */
    LINE(LineJudge.COLUMNS),
    /** {@link StackJudge} */
    STACKS(StackJudge.COLUMNS),
    /** {@link DigitJudge} */
    DIGITS(DigitJudge.COLUMNS);

    private final List<ScoreColumn> columns;

    BenchmarkRule(List<ScoreColumn> columns) {
        this.columns = columns;
    }

    List<ScoreColumn> columns() {
        return columns;
    }
}
