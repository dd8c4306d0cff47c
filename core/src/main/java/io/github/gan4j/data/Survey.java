package io.github.gan4j.data;

import io.github.gan4j.files.CacheFolder;
import io.github.gan4j.files.Remark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What some data look like to someone who is about to train on them.
 *
 * @param images how many there are, readable or not
 * @param usable how many can be trained on
 * @param grey how many of those show no colour
 * @param sizes how often each size occurs, the most common first
 * @param classes how many usable images each class has; empty when they are unlabelled
 * @param findings what is odd about single images, in the order of {@link Kind}
 * @param notes sentences about the whole
 * @param checksum of the pixels of the usable images, whatever their names and order
 */
public record Survey(
        int images,
        int usable,
        int grey,
        List<SizeCount> sizes,
        List<ClassCount> classes,
        List<Finding> findings,
        List<String> notes,
        String checksum) {
    /** The ratio of two class sizes from which it is reported. */
    private static final int UNBALANCED = 3;

    /** What may be odd about an image. */
    public enum Kind {
        UNREADABLE,
        SIZE,
        COLOUR,
        TRANSPARENT,
        DUPLICATE
    }

    /** Something odd about one image, in words that go after its name. */
    public record Finding(Kind kind, String image, String says) {}

    /** How many images have a size in pixels. */
    public record SizeCount(int width, int height, int images) {}

    /** How many images a class has. */
    public record ClassCount(String name, int images) {}

    /**
     * Looks at every image of a source that reads files. Memory holds a few numbers for each image, never the images of a
     * folder themselves.
     *
     * @throws IllegalArgumentException when the description does not make sense
     * @throws IOException when there is nothing to look at; both in one line
     */
    public static Survey of(ImageSource source, Part part, Watcher watcher) throws IOException {
        List<String> notes = new ArrayList<>();
        for (Path left : CacheFolder.leftBeside(source.place(part)))
            notes.add(left + " is of an earlier version of gan4j and no longer used; it may be deleted");
        try (Originals originals = source.originals(part, notes::add)) {
            return new Eyes(originals, Inspection.at(originals, watcher), notes).survey();
        }
    }

    /** The looks at all images, and what they come to together. */
    private record Eyes(Originals originals, List<Inspection> looks, List<String> notes) {
        Survey survey() {
            List<Integer> usable = Inspection.usable(looks);
            int grey = (int) usable.stream().filter(i -> looks.get(i).grey()).count();
            List<SizeCount> sizes = sizes(usable);
            FolderLabels labels = labels(usable);
            List<ClassCount> classes = classes(labels);
            List<Finding> findings = new ArrayList<>(unreadable());
            findings.addAll(oddSizes(usable, sizes));
            findings.addAll(oddColours(usable, grey));
            for (int i : usable)
                if (looks.get(i).transparent()) findings.add(finding(Kind.TRANSPARENT, i, "white shows through it"));
            findings.addAll(duplicates(usable, labels));
            notes.addAll(Remark.lines(
                    usable.stream().map(originals::name).toList(),
                    usable.stream().map(i -> looks.get(i).remarks()).toList()));
            balance(classes);
            return new Survey(looks.size(), usable.size(), grey, sizes, classes, findings, notes, checksum(usable));
        }

        private String checksum(List<Integer> usable) {
            ContentChecksum sum = new ContentChecksum().add(usable.size());
            usable.stream().mapToLong(i -> looks.get(i).content()).sorted().forEach(content -> sum.add(
                            (int) (content >>> 32))
                    .add((int) content));
            return sum.value();
        }

        private Finding finding(Kind kind, int image, String says) {
            return new Finding(kind, originals.name(image), says);
        }

        private List<Finding> unreadable() {
            List<Finding> found = new ArrayList<>();
            for (int i = 0; i < looks.size(); i++)
                if (!looks.get(i).readable())
                    found.add(finding(Kind.UNREADABLE, i, reason(looks.get(i).problem(), originals.name(i))));
            return found;
        }

        /** Problems begin with the name of the file, which is printed anyway. */
        private static String reason(String problem, String name) {
            int at = problem.indexOf(name + ": ");
            return at < 0 ? problem : problem.substring(at + name.length() + 2);
        }

        private List<SizeCount> sizes(List<Integer> usable) {
            Map<Long, Integer> counts = new HashMap<>();
            for (int i : usable)
                counts.merge((long) looks.get(i).width() << 32 | looks.get(i).height(), 1, Integer::sum);
            return counts.entrySet().stream()
                    .map(e -> new SizeCount((int) (e.getKey() >> 32), e.getKey().intValue(), e.getValue()))
                    .sorted(Comparator.comparing(SizeCount::images)
                            .reversed()
                            .thenComparing(SizeCount::width)
                            .thenComparing(SizeCount::height))
                    .toList();
        }

        private List<Finding> oddSizes(List<Integer> usable, List<SizeCount> sizes) {
            if (sizes.size() < 2 || 2 * sizes.get(0).images() <= usable.size()) return List.of();
            String most = sizes.get(0).width() + "x" + sizes.get(0).height();
            return usable.stream()
                    .filter(i -> !looks.get(i).size().equals(most))
                    .map(i -> finding(Kind.SIZE, i, looks.get(i).size() + ", while most are " + most))
                    .toList();
        }

        private List<Finding> oddColours(List<Integer> usable, int grey) {
            boolean mostGrey = 2 * grey > usable.size();
            String says = mostGrey ? "in colour, while most are grey" : "grey, while most are in colour";
            return usable.stream()
                    .filter(i -> looks.get(i).grey() != mostGrey)
                    .map(i -> finding(Kind.COLOUR, i, says))
                    .toList();
        }

        private FolderLabels labels(List<Integer> usable) {
            FolderLabels none = new FolderLabels(new int[0], List.of());
            if (usable.isEmpty()) return none;
            try {
                return originals.labels(usable, notes::add);
            } catch (IOException e) {
                notes.add(e.getMessage());
                return none;
            }
        }

        private List<Finding> duplicates(List<Integer> usable, FolderLabels labels) {
            List<Finding> found = new ArrayList<>();
            Map<Long, Integer> first = new HashMap<>();
            for (int at = 0; at < usable.size(); at++) {
                Integer before = first.putIfAbsent(looks.get(usable.get(at)).content(), at);
                if (before == null) continue;
                boolean other = labels.labels().length > 0 && labels.labels()[before] != labels.labels()[at];
                String says = "the same pixels as " + originals.name(usable.get(before))
                        + (other ? ", in another class" : "");
                found.add(finding(Kind.DUPLICATE, usable.get(at), says));
            }
            return found;
        }

        private static List<ClassCount> classes(FolderLabels labels) {
            int[] images = new int[labels.names().size()];
            for (int label : labels.labels()) images[label]++;
            return IntStream.range(0, images.length)
                    .mapToObj(i -> new ClassCount(labels.names().get(i), images[i]))
                    .toList();
        }

        private void balance(List<ClassCount> classes) {
            if (classes.size() < 2) return;
            Comparator<ClassCount> bySize = Comparator.comparing(ClassCount::images);
            ClassCount largest = classes.stream().max(bySize).orElseThrow();
            ClassCount smallest = classes.stream().min(bySize).orElseThrow();
            if (largest.images() <= UNBALANCED * smallest.images()) return;
            notes.add("the classes are unbalanced: " + largest.name() + " has " + largest.images() + " images, "
                    + smallest.name() + " " + smallest.images()
                    + "; a generator will see the one that much more often than the other");
        }
    }
}
