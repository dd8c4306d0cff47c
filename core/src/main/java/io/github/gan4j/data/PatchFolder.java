package io.github.gan4j.data;

import io.github.gan4j.files.DecodingMemory;
import io.github.gan4j.files.ImageFile;
import io.github.gan4j.files.Picture;
import io.github.gan4j.files.Pictures;
import io.github.gan4j.files.Remark;
import io.github.gan4j.numbers.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Reads a folder or zip of images to cut {@link Patches} from. Images keep their shape; those of more than 1024 pixels a
 * side are shrunk to that, which also hides most of the damage that cameras and JPEG have done.
 */
final class PatchFolder {
    private static final int MOST_SIDE = 1024;
    private static final int USUAL_SIZE = 64;

    private PatchFolder() {}

    private record Attempt(
            Optional<NamedPicture> named,
            Set<Remark> remarks,
            String problem,
            Optional<DecodingMemory.TooLittle> tooLarge,
            boolean shrunk) {
        static Attempt problem(String problem) {
            return new Attempt(Optional.empty(), Set.of(), problem, Optional.empty(), false);
        }
    }

    /**
     * @throws IOException in one line when there is nothing at the path, or no readable image that is large enough
     * @throws IllegalArgumentException when the images do not fit into memory
     */
    static Patches read(DataSource.Patches source, Path path, long seed, Consumer<String> notice) throws IOException {
        return read(source, path, seed, notice, ImageSet.memoryBound());
    }

    static Patches read(DataSource.Patches source, Path path, long seed, Consumer<String> notice, long mostBytes)
            throws IOException {
        int size = source.size() == 0 ? USUAL_SIZE : source.size();
        try (ImageFiles files =
                ParquetShards.matches(path) ? ParquetFiles.open(path, Part.TRAIN, notice) : ImageFiles.open(path)) {
            List<String> names = ImageFolder.accepted(files, path, Labelling.usual(), notice);
            AtomicLong held = new AtomicLong();
            List<Attempt> attempts = names.stream()
                    .parallel()
                    .map(name -> attempt(files, name, size, source.channels(), held, mostBytes))
                    .toList();
            if (held.get() > mostBytes)
                throw new IllegalArgumentException(path + ": its " + names.size() + " images need more than the "
                        + (mostBytes >> 20) + " MiB this Java may hold of them: take fewer, or more memory with -Xmx");
            attempts.stream()
                    .flatMap(attempt -> attempt.tooLarge.stream())
                    .findFirst()
                    .ifPresent(tooLarge -> {
                        throw tooLarge;
                    });
            List<String> problems = problems(names, attempts);
            List<NamedPicture> found =
                    attempts.stream().flatMap(attempt -> attempt.named.stream()).toList();
            if (found.isEmpty())
                throw new IOException(path + ": no patch of " + size + "x" + size + " pixels can be cut from its "
                        + names.size() + " images; the first: " + problems.get(0));
            ImageFolder.tell(problems, notice);
            Remark.lines(names, attempts.stream().map(Attempt::remarks).toList())
                    .forEach(notice);
            long shrunk = attempts.stream().filter(Attempt::shrunk).count();
            if (shrunk > 0)
                notice.accept(path + ": " + Numbers.of(shrunk, "image") + " of more than " + Numbers.grouped(MOST_SIDE)
                        + " pixels a side " + (shrunk == 1 ? "was" : "were") + " shrunk to that");
            int channels = source.channels() > 0 ? source.channels() : colourful(found) ? 3 : 1;
            List<NamedPicture> fitted = found.stream()
                    .map(named -> new NamedPicture(named.name(), coloured(named.picture(), channels)))
                    .toList();
            SampleShape shape = SampleShape.image(channels, size, size);
            return new Patches(fitted, shape, seed, source.flip(), source.turn());
        }
    }

    private static Attempt attempt(
            ImageFiles files, String name, int size, int channels, AtomicLong held, long mostBytes) {
        if (held.get() > mostBytes) return Attempt.problem("memory is full");
        try {
            return files.decoded(name, content -> attempt(name, content, size, channels, held));
        } catch (IOException e) {
            return Attempt.problem(String.valueOf(e.getMessage()));
        } catch (DecodingMemory.TooLittle e) { // kept, so that the same image is named whichever came first
            return new Attempt(Optional.empty(), Set.of(), e.getMessage(), Optional.of(e), false);
        }
    }

    private static Attempt attempt(String name, ImageFile.Content content, int size, int channels, AtomicLong held) {
        Picture picture = reduced(content.picture());
        if (Math.min(picture.width(), picture.height()) < size)
            return Attempt.problem(name + ": " + picture.width() + "x" + picture.height()
                    + " pixels are smaller than a patch of " + size + "x" + size);
        Picture kept = channels == 1 || ImageFolder.isGrey(picture) ? Pictures.toGrey(picture) : picture;
        held.addAndGet(kept.pixels().length);
        NamedPicture named = new NamedPicture(name, kept);
        boolean shrunk = picture.width() != content.picture().width();
        return new Attempt(Optional.of(named), content.remarks(), "", Optional.empty(), shrunk);
    }

    private static Picture reduced(Picture picture) {
        int longer = Math.max(picture.width(), picture.height());
        if (longer <= MOST_SIDE) return picture;
        int width = Math.max(1, (int) ((long) picture.width() * MOST_SIDE / longer));
        int height = Math.max(1, (int) ((long) picture.height() * MOST_SIDE / longer));
        return Pictures.resized(picture, width, height);
    }

    private static List<String> problems(List<String> names, List<Attempt> attempts) {
        List<String> problems = new ArrayList<>();
        IntStream.range(0, names.size())
                .filter(i -> attempts.get(i).named.isEmpty())
                .forEach(i -> problems.add(attempts.get(i).problem));
        return problems;
    }

    private static boolean colourful(List<NamedPicture> found) {
        return found.stream().anyMatch(named -> named.picture().channels() == 3);
    }

    private static Picture coloured(Picture picture, int channels) {
        return channels == 1 ? Pictures.toGrey(picture) : Pictures.toColour(picture);
    }
}
