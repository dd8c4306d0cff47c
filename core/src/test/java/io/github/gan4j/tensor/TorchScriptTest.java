package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchScriptTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = ScriptFile.write(folder.resolve("double.pt"), """
                def forward(self, x, negate : bool = False):
                    y = x.flatten(1) * 2.0
                    if negate:
                        y = -y
                    return (y, x)
                """);
    }

    @Test
    void it_computes_what_the_file_says() throws IOException {
        try (TorchScript script = TorchScript.read(file);
                Scope scope = new Scope()) {
            Tensor input = Tensor.of(new float[] {1, 2, 3, 4}, 2, 1, 2);
            assertThat(script.apply(input).toFloats()).containsExactly(2, 4, 6, 8);
            assertThat(script.apply(input, "negate").toFloats()).containsExactly(-2, -4, -6, -8);
            assertThat(script.hasArgument("negate")).isTrue();
            assertThat(script.hasArgument("return_features")).isFalse();
        }
    }

    @Test
    void nothing_native_stays_behind() throws IOException {
        try (TorchScript script = TorchScript.read(file)) {
            float[] ten = new float[10];
            for (int i = 0; i < 12; i++) {
                long before = Pointer.totalCount();
                try (Scope scope = new Scope()) {
                    script.apply(Tensor.of(ten, 1, 10), "negate");
                    script.hasArgument("negate");
                }
                // fewer where the garbage collector frees meanwhile what an earlier failure left
                if (i > 1) assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
            }
        }
    }

    @Test
    void what_cannot_be_read_or_computed_is_named_in_one_line() throws IOException {
        Path none = folder.resolve("none.pt"), text = Files.writeString(folder.resolve("text.pt"), "hello");
        assertThatThrownBy(() -> TorchScript.read(none)).hasMessage(none + ": no such file");
        assertThatThrownBy(() -> TorchScript.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(text + ": is not a TorchScript file that this libtorch can read: ")
                .message()
                .doesNotContain("\n");
        try (TorchScript script = TorchScript.read(file);
                Scope scope = new Scope()) {
            assertThatThrownBy(() -> script.apply(Tensor.of(new float[1], 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(file + ": cannot compute with tensor [1]: ")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
