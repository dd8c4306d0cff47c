package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's note on a run and its tags, in {@code notes.json} of its folder. Training neither reads nor writes them, so they may be
 * changed while it goes on.
 *
 * @param note at most 4000 characters; may be empty and may have several lines
 * @param tags at most 12, each once: a letter or digit, then at most 29 letters, digits, dots, hyphens and underscores
 */
public record RunNotes(String note, List<String> tags) {
    private static final int LONGEST_NOTE = 4000, MOST_TAGS = 12;
    private static final long MOST_BYTES = 1 << 16;
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,29}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** Those of a run on which nobody wrote anything. */
    public static final RunNotes NONE = new RunNotes("", List.of());

    /** @throws IllegalArgumentException in one line, when the note or a tag is not allowed */
    public RunNotes {
        note = note.replace("\r\n", "\n").strip();
        tags = tags.stream().distinct().toList();
        if (note.length() > LONGEST_NOTE)
            throw new IllegalArgumentException(
                    "a note has at most " + LONGEST_NOTE + " characters, got " + note.length());
        if (CONTROL.matcher(note).find())
            throw new IllegalArgumentException("a note has no control characters but line breaks and tabs");
        if (tags.size() > MOST_TAGS)
            throw new IllegalArgumentException("a run has at most " + MOST_TAGS + " tags, got " + tags.size());
        for (String tag : tags)
            if (!TAG.matcher(tag).matches())
                throw new IllegalArgumentException(
                        "a tag is 1 to 30 letters, digits, dots, hyphens and underscores, got '" + tag + "'");
    }

    /**
     * Those of a run folder.
     *
     * @throws IOException in one line without the folder, when the file is damaged or no plain file
     */
    public static RunNotes read(RunFolder run) throws IOException {
        Path file = run.notes();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return NONE;
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                throw new IOException("it is not a plain file; links are not followed");
            return Json.read(file, RunNotes.class, MOST_BYTES);
        } catch (IOException unreadable) {
            String reason = Reason.of(unreadable).replace(file + ": ", "");
            throw new IOException(file.getFileName() + ": " + reason, unreadable);
        }
    }

    /** Replaces those of a run folder, whole or not at all; where nothing is left to be said there is no file. */
    public void write(RunFolder run) throws IOException {
        if (!equals(NONE)) Json.write(run.notes(), this);
        else if (!Files.isDirectory(run.notes(), LinkOption.NOFOLLOW_LINKS)) Files.deleteIfExists(run.notes());
    }
}
