package io.github.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Programs that lack what users add by themselves: natives, ONNX Runtime. Each refuses with a sentence that names the artifact. */
class MissingPartsTest {
    /** Computes, or reads the file that is named, and prints how that fails. */
    static final class Program {
        public static void main(String[] arguments) {
            try {
                if (arguments.length == 0) Engine.threads();
                else if (arguments[0].equals("program")) ProgramFile.read(Path.of(arguments[1]));
                else NetworkFile.read(Path.of(arguments[1]));
            } catch (IOException | RuntimeException | LinkageError refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @Test
    void without_natives_the_artifact_to_add_is_named() throws IOException {
        assertThat(said("-x86_64.jar|-arm64.jar", "-Dorg.bytedeco.javacpp.platform=linux-x86_64"))
                .isEqualTo("the native libraries for linux-x86_64 are not on the class path; add the dependency"
                        + " io.github.gan4j:gan4j-natives-linux-x86_64 (of type pom)");
    }

    @Test
    void without_cuda_the_libraries_for_cards_say_what_they_need() {
        String missing = "libcudart.so.13: cannot open shared object file: No such file or directory";
        assertThat(Natives.withCause(missing))
                .isEqualTo(missing
                        + "; these are the ones for NVIDIA cards, which need CUDA 13 and cuDNN 9 of the machine:"
                        + " install them, or use gan4j-natives-linux-x86_64");
        assertThat(Natives.withCause("libgomp.so.1: cannot open shared object file"))
                .isEqualTo("libgomp.so.1: cannot open shared object file");
    }

    @Test
    void a_platform_that_libtorch_is_not_published_for_is_refused() throws IOException {
        assertThat(said("nothing", "-Dorg.bytedeco.javacpp.platform=linux-arm64"))
                .isEqualTo("there are no native libraries for linux-arm64; gan4j runs on linux-x86_64, macosx-arm64,"
                        + " macosx-x86_64, windows-x86_64");
    }

    @Test
    void without_onnx_runtime_the_artifact_to_add_is_named() throws IOException {
        for (String kind : List.of("program", "network"))
            assertThat(said("onnxruntime", "-Dnothing", kind, "some.onnx"))
                    .isEqualTo("some.onnx: ONNX files need ONNX Runtime, which is not on the class path; add the"
                            + " dependency com.microsoft.onnxruntime:onnxruntime, whose version"
                            + " io.github.gan4j:gan4j-bom knows");
    }

    /** What a program prints whose class path lacks the jars whose paths contain one of the words. */
    private static String said(String words, String option, String... arguments) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(words.split("\\|")).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", option));
        command.addAll(List.of("-cp", classPath, Program.class.getName()));
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = program.getInputStream()) {
            return new String(output.readAllBytes()).strip();
        }
    }
}
