package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassListTest {
    private static List<Integer> of(String text, String... names) {
        return ClassList.of("--labels", text, List.of(names));
    }

    @Test
    void a_class_is_named_by_its_name_or_its_number() {
        assertThat(of("dog,0", "cat", "dog")).containsExactly(1, 0);
        assertThat(of("all", "cat", "dog")).containsExactly(0, 1);
        assertThat(of("1-2", "a", "b", "c")).containsExactly(1, 2);
        assertThat(of("3", "1", "3", "a")).containsExactly(1);
    }

    @Test
    void a_number_beside_one_of_another_meaning_is_a_name_only() {
        assertThat(of("1,0", "cat", "1", "0")).as("1 is its own, 0 is not").containsExactly(1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> of("2", "cat", "1", "0"));
        assertThat(of("11", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B"))
                .containsExactly(11);
        assertThat(of("1,02", "00", "01", "02")).containsExactly(1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> of("1", "01", "02", "03"));
        assertThat(of("01-02", "01", "02", "03")).containsExactly(0, 1);
        assertThat(of("3-10", "10", "3", "7")).containsExactly(1, 2, 0);
    }

    @Test
    void a_name_may_hold_whatever_separates_names() {
        assertThat(of("cat, big", "cat", "cat, big")).containsExactly(1);
        assertThat(of("1-2", "0", "1", "1-2")).containsExactly(2);
        assertThat(of("#1,#0", "cat, big", "dog")).containsExactly(1, 0);
        assertThat(of("#0", "3", "7")).containsExactly(0);
        assertThat(of("all", "cat", "all")).containsExactly(0, 1);
        assertThat(ClassList.one("--label", "all", List.of("cat", "all"))).isEqualTo(1);
        assertThat(ClassList.one("--label", " cat ", List.of("cat", " cat "))).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> of("#2", "cat", "dog"));
    }

    @Test
    void another_case_is_no_class_but_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("CAT", "cat", "dog"))
                .withMessageEndingWith("; did you mean 'cat'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("german shepard", "poodle", "German Shepherd"))
                .withMessageEndingWith("; did you mean 'German Shepherd'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("1", "01", "02"))
                .withMessageEndingWith("; did you mean '01'?");
    }

    @Test
    void names_that_files_cannot_have_are_written_as_places() {
        List<String> names = List.of("cat", "a/b", "..", "Dog", "dog", "x".repeat(99), "7 cats", "end ");
        assertThat(IntStream.range(0, names.size()).mapToObj(i -> ClassList.fileName(i, names)))
                .containsExactly("cat", "#1", "#2", "#3", "#4", "#5", "7 cats", "#7");
    }

    @Test
    void where_names_are_numbers_a_number_is_a_name() {
        assertThat(of("10", "1", "10", "2")).containsExactly(1);
        assertThat(of("1-2", "1", "10", "2")).containsExactly(0, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("0", "1", "10", "2"))
                .withMessage("--labels must be classes as in 3 or 0-9 or all, got '0'; the classes are 1, 10, 2");
        assertThatIllegalArgumentException().isThrownBy(() -> of("0-2", "1", "10", "2"));
    }

    @Test
    void a_list_is_quoted_whole_with_what_is_wrong_in_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("all,all", "cat", "dog"))
                .withMessage(
                        "--labels must be classes as in 3 or 0-9 or all, got 'all,all', where 'all' must stand alone;"
                                + " the classes are cat, dog");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("cat, dgo", "cat", "dog"))
                .withMessage("--labels must be classes as in 3 or 0-9 or all, got 'cat, dgo', where 'dgo' is none;"
                        + " the classes are cat, dog; did you mean 'dog'?");
    }

    @Test
    void where_one_class_is_asked_for_no_list_is_advised() {
        for (String wrong : List.of("all", "0-1", "cat,dog", "-1", "2.0"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ClassList.one("class", wrong, List.of("cat", "dog")))
                    .withMessage("class must be one class by its name or number, got '" + wrong
                            + "'; the classes are cat, dog");
        assertThat(ClassList.one("class", " 1 ", List.of("cat", "dog"))).isEqualTo(1);
    }

    @Test
    void what_is_no_class_is_refused() {
        for (String wrong : List.of("2", "bird", "1-0", "0-2", "", "1,", "-1"))
            assertThatIllegalArgumentException().isThrownBy(() -> of(wrong, "cat", "dog"));
    }
}
