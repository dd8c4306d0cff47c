package io.github.gan4j.data;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.gan4j.glossary.Suggestions;
import io.github.gan4j.settings.Check;
import io.github.gan4j.settings.Default;
import io.github.gan4j.settings.Incidental;
import io.github.gan4j.settings.Kinds;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Variants;
import io.github.gan4j.settings.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The place that real samples come from. */
@Kinds({
    DrawnSource.Grid.class,
    DataSource.Images.class,
    DrawnSource.OnLine.class,
    DrawnSource.Normal.class,
    DataSource.Patches.class,
    DataSource.Points.class,
    DataSource.Published.class,
    DrawnSource.Ring.class,
    DrawnSource.Spiral.class,
    StackedMnist.class,
    DataSource.Strokes.class,
    DataSource.Wide.class
})
public interface DataSource {
    /**
     * Endless samples in the order of a seed.
     *
     * @param notice hears, in one line each, what is odd but does not stop the work
     * @throws IOException in one line, when files are missing or damaged
     */
    Samples samples(long seed, Consumer<String> notice) throws IOException;

    /** The shape of one sample, where it is known without a look at files. */
    Optional<SampleShape> shape();

    /**
     * The distribution behind the samples, where it is known.
     *
     * @throws UncheckedIOException when it is in a file that cannot be read
     */
    default Optional<Distribution> distribution() {
        return Optional.empty();
    }

    /** The path of the files; empty where none are read or none is given. */
    default String path() {
        return "";
    }

    /** Whether samples are read from {@link #path}, which then has to be given. */
    default boolean needsPath() {
        return false;
    }

    /**
     * The same with the path of its files, where it is found by name.
     *
     * @throws IOException in one line with what to do, when files are missing or others than were published
     */
    default DataSource located() throws IOException {
        return this;
    }

    /**
     * Where the files lie, found by name where no path is given; nothing where samples are drawn.
     *
     * @throws IOException as {@link #located}
     */
    default Optional<Path> files() throws IOException {
        String path = located().path();
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }

    /** The same with an absolute path, so that a run may be resumed from another folder. */
    default DataSource absolute() {
        if (path().isEmpty()) return this;
        return (DataSource) Settings.with(
                (Record) this,
                "path",
                Path.of(path()).toAbsolutePath().normalize().toString());
    }

    /**
     * The same data at another place.
     *
     * @param word a path, or the name of a published set
     * @throws IllegalArgumentException when no files are read
     * @throws IOException as {@link #located}
     */
    default DataSource movedTo(String word) throws IOException {
        if (path().isEmpty()) throw new IllegalArgumentException("--data: this run reads no data from files");
        Optional<Path> named = of(word) instanceof Published set ? set.files() : Optional.empty();
        String place = named.map(Path::toString).orElse(word);
        return ((DataSource) Settings.with((Record) this, "path", place)).absolute();
    }

    /** The same for images of this size and colour; 0 leaves either to the data. */
    default DataSource sized(int size, int channels) {
        return this;
    }

    /** Whether the size of images is left to the data. */
    default boolean leavesSize() {
        return false;
    }

    /** The words that name a source which needs no path: what is drawn, and published sets. */
    static List<String> names() {
        List<String> drawn = Variants.of(DataSource.class).words().stream()
                .filter(word ->
                        !List.of("images", "patches", "points", "published").contains(word))
                .toList();
        return Stream.concat(drawn.stream(), NamedSet.all().stream().map(NamedSet::name))
                .toList();
    }

    /** What a person means by one word: whatever lies at that path, or else the source of that name. */
    static DataSource of(String word) {
        return names().contains(word) && !Files.exists(Path.of(word)) ? named(word) : at(Path.of(word));
    }

    /**
     * The source of a name.
     *
     * @throws IllegalArgumentException when it is none of {@link #names()}
     */
    static DataSource named(String name) {
        if (NamedSet.named(name).isPresent()) return new Published(name, "", 0, 0, false);
        return Settings.read(DataSource.class, TextNode.valueOf(name), "data");
    }

    /** Whatever lies at a path, as it is. */
    static Images at(Path path) {
        return new Images(path.toString(), ImageFormat.AUTO, 0, 0, false);
    }

    /**
     * Points of a plane near those of a file with x,y a line.
     *
     * @param std standard deviation around each of them
     */
    record Points(
            @Incidental @Default("''") String path,
            @Default("0.02") double std) implements DataSource {
        @Override
        public boolean needsPath() {
            return true;
        }

        @Override
        public Optional<SampleShape> shape() {
            return Optional.of(SampleShape.point(2));
        }

        private Distribution read() throws IOException {
            return PointsFile.read(given("points", path), std);
        }

        @Override
        public Optional<Distribution> distribution() {
            try {
                return Optional.of(read());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public Samples samples(long seed, Consumer<String> notice) throws IOException {
            return read().samples(seed);
        }
    }

    /**
     * Ten modes on low-dimensional planes of a space of 1200 dimensions (VEEGAN: Srivastava et al. 2017,
     * arXiv:1705.07761).
     *
     * @param scale of all numbers
     * @param samples how many different ones there are; 0 for endless ones
     */
    @Word("synthetic-1200")
    record Wide(
            @Default("1") double scale,
            @Default(value = "0", off = true) int samples) implements DataSource {
        public Wide {
            FiniteSamples.requireCount(samples);
            new Synthetic1200(0, scale);
        }

        @Override
        public Optional<SampleShape> shape() {
            return Optional.of(SampleShape.point(Synthetic1200.NUMBERS));
        }

        @Override
        public Samples samples(long seed, Consumer<String> notice) {
            return FiniteSamples.of(new Synthetic1200(seed, scale), samples, seed);
        }
    }

    /**
     * Digits that gan4j draws with a pen, grey, of ten classes, endless.
     *
     * @param size height and width in pixels
     */
    record Strokes(@Default("28") int size) implements DataSource {
        public Strokes {
            if (size == 0) size = PenStrokes.USUAL_SIZE;
            Check.between("size", size, 4, 1024);
        }

        @Override
        public Optional<SampleShape> shape() {
            return Optional.of(SampleShape.image(1, size, size));
        }

        @Override
        public DataSource sized(int size, int channels) {
            if (channels == 3) throw new IllegalArgumentException("strokes are grey: channels must be 1 or 0, got 3");
            return size == 0 ? this : new Strokes(size);
        }

        @Override
        public Samples samples(long seed, Consumer<String> notice) {
            return new PenStrokes(seed, size);
        }
    }

    /**
     * Images from files.
     *
     * @param path of a file, folder or zip
     * @param format how they lie there; {@code auto} looks
     * @param size height and width in pixels to bring images to; 0 leaves it to the data
     * @param channels 1 for grey, 3 for colour; 0 leaves it to the data
     * @param flip whether every image is mirrored left to right with probability one half
     */
    record Images(
            @Incidental @Default("''") String path,
            @Default("auto") ImageFormat format,
            @Default("0") int size,
            @Default("0") int channels,
            @Default("false") boolean flip)
            implements ImageSource {
        public Images {
            ImageSource.check(size, channels);
        }

        @Override
        public boolean needsPath() {
            return true;
        }

        @Override
        public Path place(Part part) {
            return given("images", path);
        }
    }

    /**
     * A published set of images, found by its name.
     *
     * @param set its name
     * @param path of its files; empty to look in the data folders
     * @param size height and width in pixels to bring images to; 0 leaves it to the data
     * @param channels 1 for grey, 3 for colour; 0 leaves it to the data
     * @param flip whether every image is mirrored left to right with probability one half
     */
    record Published(
            String set,
            @Incidental @Default("''") String path,
            @Default("0") int size,
            @Default("0") int channels,
            @Default("false") boolean flip)
            implements ImageSource {
        public Published {
            ImageSource.check(size, channels);
            if (NamedSet.named(set).isEmpty())
                throw new IllegalArgumentException(Suggestions.unknown(
                        "set", set, NamedSet.all().stream().map(NamedSet::name).toList()));
        }

        private NamedSet named() {
            return NamedSet.named(set).orElseThrow();
        }

        @Override
        public ImageFormat format() {
            return named().format();
        }

        @Override
        public List<String> classes() {
            return named().classes();
        }

        @Override
        public Path place(Part part) throws IOException {
            return path.isEmpty() ? DataFolders.usual().find(named(), part) : Path.of(path);
        }

        @Override
        public DataSource located() throws IOException {
            return path.isEmpty() ? new Published(set, place(Part.TRAIN).toString(), size, channels, flip) : this;
        }
    }

    /**
     * Squares cut at random from images of any sizes, some of which are held out.
     *
     * @param path of a folder or zip of images
     * @param size height and width of a patch in pixels; 0 for the usual 64
     * @param channels 1 for grey, 3 for colour; 0 leaves it to the data
     * @param flip whether every patch is mirrored left to right with probability one half
     * @param turn whether every patch is turned by 0, 90, 180 or 270 degrees at random
     */
    record Patches(
            @Incidental @Default("''") String path,
            @Default("0") int size,
            @Default("0") int channels,
            @Default("false") boolean flip,
            @Default("false") boolean turn)
            implements DataSource {
        public Patches {
            ImageSource.check(size, channels);
        }

        @Override
        public boolean leavesSize() {
            return size == 0;
        }

        @Override
        public boolean needsPath() {
            return true;
        }

        @Override
        public Optional<SampleShape> shape() {
            return size == 0 || channels == 0 ? Optional.empty() : Optional.of(SampleShape.image(channels, size, size));
        }

        @Override
        public DataSource sized(int size, int channels) {
            return new Patches(path, size, channels, flip, turn);
        }

        @Override
        public Samples samples(long seed, Consumer<String> notice) throws IOException {
            try {
                return PatchFolder.read(this, given("patches", path), seed, notice);
            } catch (AccessDeniedException | FileSystemLoopException e) {
                throw ImageFormat.worded(e);
            }
        }
    }

    private static Path given(String source, String path) {
        if (path.isEmpty())
            throw new IllegalArgumentException("data of kind " + source + " needs the path of its files (--data)");
        return Path.of(path);
    }
}
