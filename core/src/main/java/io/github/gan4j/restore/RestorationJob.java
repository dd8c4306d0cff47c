package io.github.gan4j.restore;

import io.github.gan4j.data.ImageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One image to restore.
 *
 * @param from its file
 * @param to where the result goes, a PNG
 * @param name under which it is known, and found among originals: its path inside its folder, or its file's name
 */
public record RestorationJob(Path from, Path to, String name) {
    /**
     * What files and folders ask for. A result lies beside its file, {@code photo-restored.png}; those of a folder in a
     * folder beside it, {@code photos-restored}. With a folder for results all lie there.
     *
     * @param paths files of images, or folders that are looked through with all their sub-folders; empty for images that
     *     are no files
     * @param suffix of names, as in {@code restored}
     * @param out a folder for all results, or the file of the only one when it ends in {@code .png}
     * @throws IOException in one line, when a folder holds no images or cannot be read
     * @throws IllegalArgumentException when the name for results does not suit them, when two results would have
     *     one name, or a result its own original's
     */
    public static List<RestorationJob> of(List<Path> paths, String suffix, Optional<Path> out) throws IOException {
        out.ifPresent(target -> requireFitting(target, paths));
        List<RestorationJob> orders = new ArrayList<>();
        for (Path path : paths)
            if (Files.isDirectory(path)) orders.addAll(ofFolder(path, suffix, out));
            else orders.add(ofFile(path, suffix, out));
        List<RestorationJob> apart = apart(orders);
        requireApart(apart);
        return apart;
    }

    private static void requireFitting(Path out, List<Path> paths) {
        boolean one = paths.size() == 1 && !Files.isDirectory(paths.get(0));
        if (ImageNames.endsLikeImage(out) && !(one && isPng(out)))
            throw new IllegalArgumentException("--out must be a folder"
                    + (one ? " or end in .png" : " where not a single image is done") + ", got '" + out + "'");
    }

    private static RestorationJob ofFile(Path file, String suffix, Optional<Path> out) {
        String name = file.getFileName().toString();
        Path to = out.map(target -> isPng(target) ? target : target.resolve(plain(name) + ".png"))
                .orElseGet(() -> file.resolveSibling(plain(name) + "-" + suffix + ".png"));
        return new RestorationJob(file, to, name);
    }

    private static List<RestorationJob> ofFolder(Path folder, String suffix, Optional<Path> out) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path target = out.orElseGet(() -> whole.resolveSibling(whole.getFileName() + "-" + suffix));
        return ImageNames.in(folder).stream()
                .map(name -> new RestorationJob(folder.resolve(name), target.resolve(plain(name) + ".png"), name))
                .toList();
    }

    private static boolean isPng(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /** Without the ending of the file. */
    static String plain(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    /** The same image with its result elsewhere. */
    public RestorationJob into(Path other) {
        return new RestorationJob(from, other, name);
    }

    /** Where {@code a.jpg} and {@code a.png} would have one result, both keep their endings: {@code a.jpg-restored.png}. */
    private static List<RestorationJob> apart(List<RestorationJob> orders) {
        Map<Path, Set<Path>> names = new HashMap<>();
        for (RestorationJob order : orders)
            names.computeIfAbsent(whole(order.to), to -> new HashSet<>()).add(order.from.getFileName());
        return orders.stream()
                .map(order -> names.get(whole(order.to)).size() > 1 ? order.into(withEnding(order)) : order)
                .toList();
    }

    private static Path withEnding(RestorationJob order) {
        String given = order.from.getFileName().toString(),
                result = order.to.getFileName().toString();
        return order.to.resolveSibling(given + result.substring(plain(given).length()));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static void requireApart(List<RestorationJob> orders) {
        Map<Path, Path> taken = new LinkedHashMap<>();
        for (RestorationJob order : orders) {
            Path to = whole(order.to);
            if (to.equals(whole(order.from)))
                throw new IllegalArgumentException(order.from + " would be written over; choose another --out");
            Path other = taken.put(to, order.from);
            if (other != null)
                throw new IllegalArgumentException(other + " and " + order.from + " would both be written to "
                        + order.to + "; do them one by one");
        }
    }
}
