package io.github.gan4j.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The one place that turns a source in words into samples. A new source is one row of one of these tables. */
public final class Sources {
    private static final String AUTO = "auto";
    private static final String POINTS = "points";
    private static final String STACKED = "stacked-mnist";
    private static final String WIDE = "synthetic-1200";
    private static final String PATCHES = "patches";
    /** So many samples, again and again; 0 for ever new ones. */
    private static final Map<String, Double> ENDLESS = Map.of("samples", 0.0);

    private static final int MOST_SAMPLES = 100_000_000;
    private static final Set<String> READ_IMAGES = Set.of("folder", "utkface-age", "utkface-gender");

    private static final List<Formula> FORMULAS = List.of(
            new Formula(
                    "normal", Map.of("mean", 4.0, "std", 1.25), p -> Distribution.normal(p.get("mean"), p.get("std"))),
            new Formula(
                    "mixture",
                    Map.of("modes", 2.0, "spacing", 4.0, "std", 0.5),
                    p -> Distribution.mixture(whole(p, "modes"), p.get("spacing"), p.get("std"))),
            new Formula(
                    "ring",
                    Map.of("modes", 8.0, "radius", 1.0, "std", 0.01),
                    p -> Distribution.ring(whole(p, "modes"), p.get("radius"), p.get("std"))),
            new Formula(
                    "grid",
                    Map.of("side", 5.0, "spacing", 2.0, "std", 0.05),
                    p -> Distribution.grid(whole(p, "side"), p.get("spacing"), p.get("std"))),
            new Formula(
                    "spiral",
                    Map.of("turns", 2.0, "radius", 1.0, "std", 0.02),
                    p -> Distribution.spiral(p.get("turns"), p.get("radius"), p.get("std"))));

    private static final List<Format> FORMATS = List.of(
            new Format(
                    "idx",
                    IdxFolder::matches,
                    (s, at, part) -> IdxFolder.read(at, part, s.size(), s.channels(), s.warn())),
            new Format(
                    "cifar10",
                    CifarFolder::matches,
                    (s, at, part) -> CifarFolder.read(at, part, s.size(), s.channels())),
            new Format("svhn", SvhnFolder::matches, (s, at, part) -> SvhnFolder.read(at, part, s.size(), s.channels())),
            new Format(
                    "stl10",
                    StlFolder::matches,
                    (s, at, part) -> StlFolder.read(at, part, s.size(), s.channels(), s.warn())),
            new Format(
                    "utkface-age",
                    FaceNames::matches,
                    (s, at, part) -> ImageFolder.read(at, s.size(), s.channels(), s.warn(), FaceNames.ages())),
            new Format(
                    "utkface-gender",
                    path -> false,
                    (s, at, part) -> ImageFolder.read(at, s.size(), s.channels(), s.warn(), FaceNames.genders())),
            new Format(
                    "folder",
                    Sources::mayHoldImages,
                    (s, at, part) -> ImageFolder.read(at, s.size(), s.channels(), s.warn())));

    private Sources() {}

    /** A distribution by name, with the usual values of its parameters. */
    private record Formula(String name, Map<String, Double> usual, Maker maker) {
        interface Maker {
            Distribution make(Map<String, Double> parameters);
        }
    }

    /** A layout of files by name; the first that matches a path is what {@code auto} takes. */
    private record Format(String name, Matcher matcher, Reader reader) {
        interface Matcher {
            boolean matches(Path path);
        }

        interface Reader {
            ImageSet read(Source source, Path path, Part part) throws IOException;
        }
    }

    /** The names a source may have. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of("strokes"));
        FORMULAS.forEach(formula -> names.add(formula.name));
        names.add(WIDE);
        names.add(POINTS);
        names.add(STACKED);
        NamedSet.all().forEach(set -> names.add(set.name()));
        FORMATS.forEach(format -> names.add(format.name));
        names.add(PATCHES);
        names.add(AUTO);
        return names.stream().distinct().toList();
    }

    /**
     * Endless samples of a source.
     *
     * @throws IllegalArgumentException when the description does not make sense
     * @throws IOException when its files are missing or damaged; both in one line
     */
    public static Samples open(Source source) throws IOException {
        if (source.name().equals("strokes")) return strokes(source);
        if (source.name().equals(POINTS)) return points(source).samples(source.seed());
        if (source.name().equals(STACKED)) return stacks(source);
        if (source.name().equals(WIDE)) return wide(source);
        if (source.name().equals(PATCHES)) return patches(source);
        for (Formula formula : FORMULAS)
            if (formula.name.equals(source.name()))
                return fixed(distribution(source).samples(source.seed()), source);
        return new Shuffled(images(source, Part.TRAIN), source.seed(), source.flip());
    }

    private static Samples stacks(Source source) throws IOException {
        refuse(source, source.flip(), "cannot be mirrored: flip is for images from files");
        boolean test = parameters(source, Map.of("samples", 0.0, "test", 0.0)).get("test") != 0;
        return fixed(Stacks.open(source, test), source);
    }

    private static Samples patches(Source source) throws IOException {
        parameters(source, Map.of());
        Path path = source.path()
                .orElseThrow(
                        () -> new IllegalArgumentException("source patches needs the path of its images (--data)"));
        try {
            return PatchFolder.read(source, path);
        } catch (AccessDeniedException | FileSystemLoopException e) {
            throw worded(e);
        }
    }

    private static Samples wide(Source source) {
        requirePoints(source);
        double scale = parameters(source, Map.of("samples", 0.0, "scale", 1.0)).get("scale");
        return fixed(new Synthetic1200(source.seed(), scale), source);
    }

    private static Samples fixed(Samples endless, Source source) {
        double size = source.parameters().getOrDefault("samples", 0.0);
        if (size != Math.rint(size) || size < 0 || size > MOST_SAMPLES)
            throw new IllegalArgumentException(
                    "samples must be a whole number within 0 and " + MOST_SAMPLES + ", not " + size);
        return size == 0 ? endless : new FiniteSamples(endless, (int) size, source.seed());
    }

    /**
     * The spots around the points of a file.
     *
     * @throws IOException in one line, when the file is missing or malformed
     */
    public static Distribution points(Source source) throws IOException {
        refuse(source, source.size() != 0, "makes points: size must be 0, not " + source.size());
        refuse(source, source.channels() != 0, "makes points: channels must be 0, not " + source.channels());
        refuse(source, source.flip(), "cannot be mirrored: flip is for images from files");
        Path file = source.path()
                .orElseThrow(() -> new IllegalArgumentException("source points needs the path of its file (--data)"));
        return PointsFile.read(file, parameters(source, Map.of("std", 0.02)).get("std"));
    }

    /** The distribution behind a source, with its density. */
    public static Distribution distribution(Source source) {
        for (Formula formula : FORMULAS)
            if (formula.name.equals(source.name())) {
                requirePoints(source);
                Map<String, Double> known = new TreeMap<>(ENDLESS);
                known.putAll(formula.usual);
                return formula.maker.make(parameters(source, known));
            }
        throw new IllegalArgumentException("source " + source.name() + " is no distribution; these are: "
                + String.join(", ", FORMULAS.stream().map(Formula::name).toList()));
    }

    /**
     * One part of the images of a source that reads files, in their own order. An image folder has no parts: either is all.
     *
     * @throws IllegalArgumentException when the description does not make sense
     * @throws IOException when its files are missing or damaged; both in one line
     */
    public static ImageSet images(Source source, Part part) throws IOException {
        Path path = path(source, part);
        return images(source, format(source, path), path, part);
    }

    private static ImageSet images(Source source, Format format, Path path, Part part) throws IOException {
        ImageSet images = read(format, source, path, part);
        List<String> classes =
                NamedSet.named(source.name()).map(NamedSet::classes).orElse(List.of());
        return classes.size() == images.labelNames().size() ? images.withLabelNames(classes) : images;
    }

    /** The same images one by one, in their own sizes and colours where they lie in files of their own. */
    static Originals originals(Source source, Part part) throws IOException {
        Path path = path(source, part);
        Format format = format(source, path);
        try {
            return switch (format.name) {
                case "folder" -> FileOriginals.open(path, Labelling.usual(), source.warn());
                case "utkface-age" -> FileOriginals.open(path, FaceNames.ages(), source.warn());
                case "utkface-gender" -> FileOriginals.open(path, FaceNames.genders(), source.warn());
                default -> new SetOriginals(images(source, format, path, part));
            };
        } catch (IOException e) {
            throw worded(e);
        }
    }

    private static String wanted(Source source) {
        return NamedSet.named(source.name()).map(NamedSet::format).orElse(source.name());
    }

    private static Path path(Source source, Part part) throws IOException {
        if (!names().contains(source.name()))
            throw new IllegalArgumentException(
                    "unknown data source " + source.name() + "; these are known: " + String.join(", ", names()));
        parameters(source, Map.of());
        String wanted = wanted(source);
        if (FORMATS.stream().noneMatch(format -> format.name.equals(wanted)) && !wanted.equals(AUTO))
            throw new IllegalArgumentException("source " + source.name() + " is endless; it has no set of images");
        Path path = located(source, part)
                .orElseThrow(() -> new IllegalArgumentException(
                        "source " + source.name() + " needs the path of its files (--data)"));
        if (!Files.exists(path)) throw new IOException(path + ": no such file or folder");
        return path;
    }

    private static Format format(Source source, Path path) throws IOException {
        String wanted = wanted(source);
        for (Format format : FORMATS)
            if (format.name.equals(wanted) || wanted.equals(AUTO) && format.matcher.matches(path)) return format;
        throw new IOException(
                path + ": neither a folder nor a zip of images, nor files of MNIST, CIFAR, SVHN or STL-10");
    }

    /**
     * Where the files of a source lie: its path, or for a named set without one the folder in which it is found.
     *
     * @throws IOException when files of a named set are missing or not those that were published, in one line with what to do
     */
    public static Optional<Path> located(Source source, Part part) throws IOException {
        if (source.name().equals(STACKED)) return located(Stacks.digits(source), part);
        Optional<NamedSet> set = NamedSet.named(source.name());
        return source.path().isPresent() || set.isEmpty()
                ? source.path()
                : Optional.of(DataFolders.usual().find(set.get(), part));
    }

    /** Whether what lies there comes in a part to learn from and a part to judge with; folders of images do not. */
    public static boolean hasParts(Source source) throws IOException {
        return !READ_IMAGES.contains(format(source, path(source, Part.TRAIN)).name);
    }

    /** The JDK's own exceptions say only a path; here they say why. */
    private static IOException worded(IOException e) {
        if (e instanceof AccessDeniedException denied)
            return new IOException(denied.getFile() + ": permission denied", e);
        return e instanceof FileSystemLoopException loop
                ? new IOException(loop.getFile() + ": is a link that leads in a circle", e)
                : e;
    }

    private static ImageSet read(Format format, Source source, Path path, Part part) throws IOException {
        try {
            return format.reader.read(source, path, part);
        } catch (AccessDeniedException | FileSystemLoopException e) {
            throw worded(e);
        } catch (IOException e) {
            for (Format other : FORMATS)
                if (other != format && !READ_IMAGES.contains(other.name) && other.matcher.matches(path))
                    throw new IOException(
                            e.getMessage() + "; it holds " + other.name + " files, which --set data.source=auto reads",
                            e);
            throw e;
        }
    }

    private static Samples strokes(Source source) {
        refuse(source, source.channels() == 3, "is grey: channels must be 1 or 0, not 3");
        refuseFiles(source);
        parameters(source, Map.of());
        return new PenStrokes(source.seed(), source.size() == 0 ? PenStrokes.USUAL_SIZE : source.size());
    }

    private static void requirePoints(Source source) {
        refuse(source, source.size() != 0, "makes points: size must be 0, not " + source.size());
        refuse(source, source.channels() != 0, "makes points: channels must be 0, not " + source.channels());
        refuseFiles(source);
    }

    private static void refuseFiles(Source source) {
        source.path().ifPresent(path -> refuse(source, true, "reads no files, but was given " + path));
        refuse(source, source.flip(), "cannot be mirrored: flip is for images from files");
    }

    private static void refuse(Source source, boolean wrong, String reason) {
        if (wrong) throw new IllegalArgumentException("source " + source.name() + " " + reason);
    }

    private static Map<String, Double> parameters(Source source, Map<String, Double> usual) {
        Map<String, Double> all = new TreeMap<>(usual);
        for (String name : source.parameters().keySet())
            refuse(
                    source,
                    !usual.containsKey(name),
                    "has no parameter " + name + "; it has "
                            + (usual.isEmpty() ? "none" : String.join(", ", all.keySet())));
        all.putAll(source.parameters());
        return all;
    }

    private static int whole(Map<String, Double> parameters, String name) {
        double value = parameters.get(name);
        if (value != Math.rint(value) || value < 1 || value > 1000)
            throw new IllegalArgumentException(name + " must be a whole number within 1 and 1000, not " + value);
        return (int) value;
    }

    private static boolean mayHoldImages(Path path) {
        return Files.isDirectory(path)
                || path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
}
