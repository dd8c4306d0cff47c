package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
    void where_names_are_numbers_a_number_is_a_name() {
        assertThat(of("10", "1", "10", "2")).containsExactly(1);
        assertThat(of("1-2", "1", "10", "2")).containsExactly(0, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("0", "1", "10", "2"))
                .withMessage("--labels must be classes as in 3 or 0-9 or all, got '0'; the classes are 1, 10, 2");
        assertThatIllegalArgumentException().isThrownBy(() -> of("0-2", "1", "10", "2"));
    }

    @Test
    void what_is_no_class_is_refused() {
        for (String wrong : List.of("2", "bird", "1-0", "0-2", "", "1,", "-1"))
            assertThatIllegalArgumentException().isThrownBy(() -> of(wrong, "cat", "dog"));
    }
}
