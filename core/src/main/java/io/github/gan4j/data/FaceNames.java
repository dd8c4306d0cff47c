package io.github.gan4j.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Classes in the names of UTKFace's images, {@code [age]_[gender]_[race]_[date and time].jpg}. A few of the published names
 * lack a part; those images are left out.
 *
 * @param classes names of the classes
 * @param classOf the class of a name that matches
 */
record FaceNames(List<String> classes, ToIntFunction<Matcher> classOf) implements Labelling {
    private static final Pattern NAME = Pattern.compile("(\\d{1,3})_([01])_([0-4])_\\d+ ?\\..*");
    private static final int OLDEST = 120;
    private static final int LOOKED_AT = 50;
    private static final int FEWEST = 4;

    /** Ten ages as in Zhang, Song, Qi 2017 (arXiv 1702.08423): the last age of each class but the last. */
    private static final int[] LAST_AGES = {5, 10, 15, 20, 30, 40, 50, 60, 70};

    private static final List<String> AGES =
            List.of("0-5", "6-10", "11-15", "16-20", "21-30", "31-40", "41-50", "51-60", "61-70", "over 70");

    /** Classes by age. */
    static Labelling ages() {
        return new FaceNames(AGES, name -> ageClass(Integer.parseInt(name.group(1))));
    }

    /** Classes by gender, as the data set has it. */
    static Labelling genders() {
        return new FaceNames(List.of("male", "female"), name -> Integer.parseInt(name.group(2)));
    }

    /** Whether nearly all of the first images in a folder are named like this. */
    static boolean matches(Path path) {
        if (!Files.isDirectory(path)) return false;
        try (Stream<Path> files = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(ImageFiles::isImage)
                    .limit(LOOKED_AT)
                    .toList();
            long named = names.stream().filter(name -> matcher(name).matches()).count();
            return names.size() >= FEWEST && 10 * named >= 8 * names.size();
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static int ageClass(int age) {
        int index = 0;
        while (index < LAST_AGES.length && age > LAST_AGES[index]) index++;
        return index;
    }

    private static Matcher matcher(String name) {
        return NAME.matcher(Listing.last(name));
    }

    @Override
    public boolean accepts(String name) {
        Matcher matcher = matcher(name);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) <= OLDEST;
    }

    @Override
    public String rule() {
        return "[age]_[gender]_[race]_[date].jpg";
    }

    @Override
    public FolderLabels of(ImageFiles files, List<String> images, Consumer<String> warn) {
        new LabelFiles(files, images, warn).passOver("the classes come from the names of the images");
        int[] labels = images.stream()
                .map(FaceNames::matcher)
                .filter(Matcher::matches)
                .mapToInt(classOf)
                .toArray();
        return new FolderLabels(labels, classes);
    }
}
