package io.github.gan4j.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gan4j.settings.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "2e-4, 0.0002",
        "-3e-5, -0.00003",
        "1e-6, 0.000001",
        "1e-8, 1.0e-8",
        "1.5e-7, 1.5e-7",
        "0, 0.0",
        "3, 3.0",
        "0.5, 0.5",
        "12345678, 12345678.0",
        "1e9, 1.0e+9",
        "1e30, 1.0e+30"
    })
    void a_decimal_is_written_as_people_write_it(double number, String text) {
        assertThat(Numbers.decimal(number)).isEqualTo(text);
    }

    @Test
    void a_decimal_is_read_as_the_same_number_by_Java_and_as_YAML() {
        for (double number = 1.1e-300; number < 1e300; number *= 7.3) {
            String text = Numbers.decimal(number);
            assertThat(Double.parseDouble(text)).isEqualTo(number);
            assertThat(Yaml.value(text).isNumber()).as(text).isTrue();
            assertThat(Yaml.value(text).doubleValue()).isEqualTo(number);
        }
    }
}
