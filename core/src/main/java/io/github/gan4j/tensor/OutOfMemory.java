package io.github.gan4j.tensor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises libtorch's many words for memory that is not to be had, and says it in one line with what to ask less of. */
public final class OutOfMemory {
    private static final List<Pattern> OF_MACHINE = List.of(
            Pattern.compile("DefaultCPUAllocator: .*?you tried to allocate (?<asked>\\d+ bytes)", Pattern.DOTALL),
            Pattern.compile("DefaultCPUAllocator: .*?memory"));
    private static final List<Pattern> OF_CARD = List.of(
            Pattern.compile(
                    "(CUDA|MPS backend) out of memory.*?[Tt]ried to allocate (?<asked>[\\d.]+ \\w+)", Pattern.DOTALL),
            Pattern.compile("(CUDA|MPS backend) out of memory|CUDA error: out of memory"),
            Pattern.compile(
                    "(CUBLAS|CUDNN|CUSOLVER|CUSPARSE)_STATUS_(ALLOC_FAILED|INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED)"));
    private static final long MIB = 1 << 20;

    private OutOfMemory() {}

    /** What to say of a failure that comes from it; nothing of any other. */
    public static Optional<String> line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Optional<String> line =
                    line("this machine", OF_MACHINE, message).or(() -> line("the graphics card", OF_CARD, message));
            if (line.isPresent()) return line;
        }
        return Optional.empty();
    }

    private static Optional<String> line(String place, List<Pattern> patterns, String message) {
        for (Pattern pattern : patterns) {
            Matcher found = pattern.matcher(message);
            if (!found.find()) continue;
            String asked = pattern.pattern().contains("<asked>") ? " for " + readable(found.group("asked")) : "";
            return Optional.of(
                    place + " has not enough memory" + asked
                            + "; lower batchSize or the networks' width in a training, and the number or the size of images elsewhere");
        }
        return Optional.empty();
    }

    private static String readable(String asked) {
        if (!asked.endsWith(" bytes")) return asked;
        try {
            return Math.max(1, Long.parseLong(asked.substring(0, asked.indexOf(' '))) / MIB) + " MiB";
        } catch (NumberFormatException tooLong) {
            return asked;
        }
    }
}
