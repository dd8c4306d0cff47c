package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table("name", "score", "note")
            .right(1)
            .row("ring", 9.5, "")
            .row("a longer name", List.of(10, "so, \"so\""));

    @Test
    void columns_are_as_wide_as_their_widest_cell_and_lines_end_in_no_blanks() {
        assertThat(table.text()).isEqualTo("""
                name           score  note
                ring             9.5
                a longer name     10  so, "so"
                """);
    }

    @Test
    void cells_with_commas_quotes_or_line_breaks_are_quoted_and_quotes_doubled() {
        assertThat(table.csv()).isEqualTo("""
                name,score,note
                ring,9.5,
                a longer name,10,"so, ""so\"""
                """);
        assertThat(new Table("a\nb", "c\rd").csv()).isEqualTo("\"a\nb\",\"c\rd\"\n");
    }

    @Test
    void a_cell_that_is_no_number_is_empty() {
        assertThat(new Table("a", "b").row(Double.NaN, 1.0).csv()).isEqualTo("a,b\n,1.0\n");
        assertThat(new Table("a", "b").row(1, Double.POSITIVE_INFINITY).csv()).isEqualTo("a,b\n1,\n");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row("ring", 1))
                .withMessage("a row of this table has 3 cells, got 2: [ring, 1]");
    }
}
