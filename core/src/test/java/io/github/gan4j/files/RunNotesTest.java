package io.github.gan4j.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNotesTest {
    @TempDir
    Path folder;

    private RunFolder run() {
        return new RunFolder(folder);
    }

    @Test
    void a_note_and_tags_come_back_as_they_were_written_and_leave_no_file_when_they_are_gone() throws IOException {
        assertThat(RunNotes.read(run())).isEqualTo(RunNotes.NONE);
        RunNotes notes = new RunNotes("seed 3\n\tcollapsed \"late\" – größer", List.of("paper", "v1.2", "größer"));
        notes.write(run());
        assertThat(RunNotes.read(run())).isEqualTo(notes);
        RunNotes.NONE.write(run());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_not_allowed_is_refused_in_one_line() {
        assertRefused("x".repeat(4001), List.of(), "a note has at most 4000 characters, got 4001");
        assertRefused("a\u001b[31mb", List.of(), "a note has no control characters but line breaks and tabs");
        assertRefused("", IntStream.range(0, 13).mapToObj(i -> "t" + i).toList(), "a run has at most 12 tags, got 13");
        for (String tag : new String[] {"", "two words", "a,b", "-a", "a/b", "<b>", "x".repeat(31)})
            assertRefused(
                    "",
                    List.of(tag),
                    "a tag is 1 to 30 letters, digits, dots, hyphens and underscores, got '" + tag + "'");
        assertThat(new RunNotes(" a\r\nb ", Collections.nCopies(20, "one")))
                .isEqualTo(new RunNotes("a\nb", List.of("one")));
    }

    private static void assertRefused(String note, List<String> tags, String line) {
        assertThatThrownBy(() -> new RunNotes(note, tags))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nonsense",
                "{\"note\": \"a\"}",
                "{\"note\": 1.5e999, \"tags\": [[]]}",
                "{\"note\": \"a\", \"tags\": [\"two words\"]}",
                "{\"note\": \"a\", \"tags\": [null]}",
                "{\"note\": \"a\", \"tags\": [], \"more\": 1}"
            })
    void a_damaged_file_is_one_line_that_names_it(String content) throws IOException {
        Files.writeString(run().notes(), content);
        assertUnreadable();
    }

    @Test
    void neither_links_nor_folders_nor_large_files_are_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "{\"note\": \"secret\", \"tags\": []}");
        Files.createSymbolicLink(run().notes(), secret);
        assertUnreadable();
        new RunNotes("mine", List.of()).write(run());
        assertThat(secret).content().contains("secret");
        Files.delete(run().notes());
        Files.createDirectory(run().notes());
        assertUnreadable();
        RunNotes.NONE.write(run());
        assertThat(run().notes()).isDirectory();
        Files.delete(run().notes());
        Files.writeString(run().notes(), "{\"note\": \"" + "x".repeat(1 << 17) + "\", \"tags\": []}");
        assertUnreadable();
    }

    private void assertUnreadable() {
        assertThatThrownBy(() -> RunNotes.read(run()))
                .isInstanceOf(IOException.class)
                .message()
                .startsWith("notes.json: ")
                .hasLineCount(1)
                .doesNotContain(folder.toString());
    }
}
