package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Property(tries = 300)
    void every_name_comes_back_as_it_was(
            @ForAll @UniqueElements
                    List<
                                    @StringLength(max = 5)
                                    @Chars({' ', '\n', '\r', '\t', '"', '\\', '\u2028', '\u00a0', '\ufeff'})
                                    @CharRange(from = 'a', to = 'c') String>
                            names) {
        List<String> problems = new ArrayList<>();
        assertThat(ClassNames.of(ClassNames.text(names), names, problems::add)).isEqualTo(names);
        assertThat(problems).isEmpty();
    }

    @Test
    void plain_names_stay_plain_and_names_of_others_are_read() {
        assertThat(ClassNames.text(List.of("cat", "big dog", " cat", "a\nb")))
                .isEqualTo("cat\nbig dog\n\" cat\"\n\"a\\nb\"\n");
        assertThat(ClassNames.of("  airplane \r\n\r\n\"quoted\n", List.of("0", "1"), line -> {}))
                .containsExactly("airplane", "\"quoted");
    }
}
