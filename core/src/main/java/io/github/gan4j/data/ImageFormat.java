package io.github.gan4j.data;

import io.github.gan4j.files.Remark;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.settings.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The layout of the files that images lie in. Their order decides which one {@link #AUTO} takes: the first that matches.
 */
public enum ImageFormat {
    /** The first of the others that matches what lies there. */
    AUTO(path -> false, true, ImageFormat::none),
    /** MNIST's files. */
    IDX(IdxFolder::matches, true, (at, part, size, channels, warn) -> IdxFolder.read(at, part, size, channels, warn)),
    /** CIFAR-10's and CIFAR-100's binary version. */
    CIFAR10(
            CifarFolder::matches,
            true,
            (at, part, size, channels, warn) -> CifarFolder.read(at, part, size, channels, warn)),
    /** SVHN's MATLAB files. */
    SVHN(SvhnFolder::matches, true, (at, part, size, channels, warn) -> SvhnFolder.read(at, part, size, channels)),
    /** STL-10's binary version. */
    STL10(StlFolder::matches, true, (at, part, size, channels, warn) -> StlFolder.read(at, part, size, channels, warn)),
    /** NumPy's arrays. */
    ARRAYS(
            ArrayFolder::matches,
            true,
            (at, part, size, channels, warn) -> ArrayFolder.read(at, part, size, channels, warn)),
    /** Hugging Face datasets in Parquet files. */
    PARQUET(
            ParquetShards::matches,
            true,
            (at, part, size, channels, warn) -> ParquetFiles.read(at, part, size, channels, warn)),
    /** The files of a published set in a zip or tar archive. */
    PACKED(
            PackedFiles::matches,
            true,
            (at, part, size, channels, warn) -> PackedFiles.read(at, part, size, channels, warn)),
    /** Images named as UTKFace's, with classes of age. */
    UTKFACE_AGE(
            FaceNames::matches,
            false,
            (at, part, size, channels, warn) -> ImageFolder.read(at, size, channels, warn, FaceNames.ages())),
    /** The same with classes of gender. */
    UTKFACE_GENDER(
            path -> false,
            false,
            (at, part, size, channels, warn) -> ImageFolder.read(at, size, channels, warn, FaceNames.genders())),
    /** A folder or zip of image files, with a folder or a name for each class. */
    FOLDER(
            ImageFormat::mayHoldImages,
            false,
            (at, part, size, channels, warn) -> ImageFolder.read(at, size, channels, warn));

    /** What is left of the beginning of an address once it is a path. */
    private static final Pattern ADDRESS = Pattern.compile("(^|/)[a-z][a-z0-9]{1,8}:/");

    private interface Reader {
        ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException;
    }

    private final Predicate<Path> matcher;
    private final boolean parts;
    private final Reader reader;

    ImageFormat(Predicate<Path> matcher, boolean parts, Reader reader) {
        this.matcher = matcher;
        this.parts = parts;
        this.reader = reader;
    }

    private static ImageSet none(Path path, Part part, int size, int channels, Consumer<String> warn) {
        throw new IllegalStateException("auto is no format of its own");
    }

    private static boolean mayHoldImages(Path path) {
        try {
            return Files.isDirectory(path)
                    || List.of(FileKind.ZIP, FileKind.TAR).contains(FileKind.of(path));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** This format, or for {@link #AUTO} the one that matches what lies there. */
    ImageFormat at(Path path) throws IOException {
        if (!Files.exists(path)) throw new IOException(path + ": no such file or folder" + perhaps(path));
        // a folder of images in another wrapping
        if (this == FOLDER && ParquetShards.matches(path)) return PARQUET;
        if (this != AUTO) return parts && this != PACKED && PackedFiles.matches(path) ? PACKED : this;
        return matching(path, this).orElseThrow(() -> notRead(path));
    }

    /** What people who name something that is not there may mean. */
    private static String perhaps(Path path) {
        if (ADDRESS.matcher(path.toString()).find())
            return "; nothing is downloaded: give the path of what a browser has downloaded";
        for (Path piece : path)
            if (piece.toString().equals("~")) return "; ~ is not looked up here: write the whole path";
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) return "";
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> names =
                    beside.map(each -> each.getFileName().toString()).toList();
            return Suggestions.didYouMean(path.getFileName().toString(), names);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static IOException notRead(Path path) {
        String what = "";
        try {
            what = ": is " + FileKind.of(path).says();
        } catch (IOException unreadable) {
            return new IOException(path + ": cannot be read", unreadable);
        }
        return new IOException(
                path + what
                        + "; data may be a folder, zip or tar of images, Parquet files, NumPy arrays (.npz, .npy), or files of MNIST, CIFAR, SVHN or STL-10");
    }

    private static Optional<ImageFormat> matching(Path path, ImageFormat but) {
        for (ImageFormat format : values()) if (format != but && format.matcher.test(path)) return Optional.of(format);
        return Optional.empty();
    }

    /** Whether images come in a part to learn from and a part to judge with; those of folders do not. */
    boolean hasParts() {
        return parts;
    }

    /** Whether each image lies there as a file of its own size, whatever it lies in. */
    boolean hasFiles() {
        return !parts || this == PARQUET;
    }

    /** All images of one part; of a format without parts all of them. */
    ImageSet read(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException {
        try {
            ImageSet images = reader.read(path, part, size, channels, warn);
            if (!hasFiles()) dark(path, images, warn);
            return images;
        } catch (AccessDeniedException e) {
            throw worded(e);
        } catch (IOException e) {
            Optional<ImageFormat> other = matching(path, this).filter(ImageFormat::hasParts);
            if (other.isEmpty()) throw e;
            String line = e.getMessage() + "; what lies there is " + Words.of(other.get())
                    + ", which --set data.format=auto reads";
            throw e instanceof MissingPart ? new MissingPart(line) : new IOException(line, e);
        }
    }

    /** Numbers of another range than 0 to 255 in a file of many images; an image file of its own says so itself. */
    private static void dark(Path path, ImageSet images, Consumer<String> warn) {
        int brightest = images.brightest();
        if (brightest > 0 && brightest <= Remark.MOST_BLACK)
            warn.accept(path + ": no value above " + brightest + " of 255, so nearly black; multiply the values");
    }

    /** The images one by one, in their own sizes and colours where they lie in files of their own. */
    Originals originals(Path path, Part part, int size, int channels, Consumer<String> warn) throws IOException {
        try {
            return switch (this) {
                case PARQUET -> ParquetFiles.originals(path, part, warn);
                case FOLDER -> FileOriginals.open(path, Labelling.usual(), warn);
                case UTKFACE_AGE -> FileOriginals.open(path, FaceNames.ages(), warn);
                case UTKFACE_GENDER -> FileOriginals.open(path, FaceNames.genders(), warn);
                default -> new SetOriginals(read(path, part, size, channels, warn));
            };
        } catch (IOException e) {
            throw worded(e);
        }
    }

    /** The JDK's own exceptions say only a path; here they say why. */
    static IOException worded(IOException e) {
        return e instanceof AccessDeniedException denied
                ? new IOException(denied.getFile() + ": permission denied", e)
                : e;
    }
}
