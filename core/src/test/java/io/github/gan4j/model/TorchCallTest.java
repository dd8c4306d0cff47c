package io.github.gan4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchCallTest {
    private static final Map<String, String> KNOWN = Map.of("x", "x", "0.weight", "self.p0");

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void what_was_written_is_read_as_the_same_line() {
        TorchCall call = new TorchCall(
                "v1",
                "some_call",
                List.of(
                        new TorchCall.Name("x"),
                        new TorchCall.Names(List.of("x", "x")),
                        2L,
                        0.25,
                        true,
                        List.of(2L, -1L),
                        new TorchCall.Nothing(),
                        new TorchCall.Keyword("alpha", 1e-5)));
        assertThat(call.line())
                .isEqualTo("v1 = torch.some_call(x, [x, x], 2, 0.25, True, [2, -1], None, alpha=1.0E-5)");
        assertThat(TorchCall.of(call.json(), KNOWN).line()).isEqualTo(call.line());
    }

    @Test
    void values_have_the_names_of_the_program() throws IOException {
        assertThat(TorchCall.of(json("[\"v\", \"linear\", [\"x\", \"0.weight\"]]"), KNOWN)
                        .line())
                .isEqualTo("v = torch.linear(x, self.p0)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"v\", \"relu\", [\"y\"]]|uses 'y' before it is there",
                "[\"v\", \"relu(x); torch.save\", [\"x\"]]|is no call of an operator: .*",
                "[\"v = 1\", \"relu\", [\"x\"]]|is no call of an operator: .*",
                "[\"v\", \"relu\", [{\"a)\": 1}]]|is no argument of an operator: .*",
                "[\"v\", \"relu\", [{}]]|is no argument of an operator: .*",
                "{}|is no call of an operator: .*"
            })
    void what_is_no_call_is_refused_in_a_line(String text, String line) throws IOException {
        JsonNode json = json(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TorchCall.of(json, KNOWN))
                .withMessageMatching(line);
    }
}
