package io.github.gan4j.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;
import javax.imageio.IIOException;

/** Why a file operation failed, in a few words on one line and without the path. */
public final class Reason {
    /** Where Jackson says that it says nothing about a source. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; ([^\\]]*)\\]");

    /** Where Jackson tells programmers how to let something pass. */
    private static final Pattern ADVICE = Pattern.compile(": enable `[^`]*` to allow");

    private Reason() {}

    public static String of(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped) return of(wrapped.getCause());
        // whoever writes images says only that it went wrong
        if (failure instanceof IIOException && failure.getCause() != null) return of(failure.getCause());
        if (failure instanceof CharacterCodingException) return "it is not UTF-8";
        if (failure instanceof NoSuchFileException gone)
            return "no such file or folder" + FileNames.hint(String.valueOf(gone.getFile()));
        if (failure instanceof InvalidPathException name) return FileNames.problem(name);
        if (failure instanceof AccessDeniedException) return "permission denied";
        if (failure instanceof FileAlreadyExistsException) return "exists already";
        if (failure instanceof DirectoryNotEmptyException) return "is a folder that is not empty";
        if (failure instanceof ClosedByInterruptException) return "interrupted";
        if (failure instanceof NotDirectoryException) return "is not a folder";
        if (failure instanceof EOFException) return "it ends too early";
        String message = failure.getMessage();
        if (failure instanceof FileSystemException refused) message = refused.getReason();
        if (failure instanceof JsonProcessingException json)
            message = ADVICE.matcher(SOURCE.matcher(String.valueOf(json.getOriginalMessage()))
                            .replaceAll("$1"))
                    .replaceAll("");
        boolean says = message != null && !message.isBlank();
        return says
                ? message.lines().findFirst().orElseThrow().strip()
                : failure.getClass().getSimpleName();
    }
}
