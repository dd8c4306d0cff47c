package io.github.gan4j.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a file in the layout of MNIST is, which unpacking may have renamed: {@code a-idx3-ubyte} also as {@code a.idx3-ubyte},
 * either also inside a folder of that name, each also with {@code .gz}.
 */
final class IdxNames {
    private IdxNames() {}

    /** The names that a file may have. */
    static List<String> of(String name) {
        return Stream.of(name, name + ".gz")
                .flatMap(each -> Stream.of(each, each.replace("-idx", ".idx")))
                .distinct()
                .toList();
    }

    /** A file of one of these names in a folder. */
    static Optional<Path> in(Path folder, List<String> names) {
        return names.stream()
                .map(folder::resolve)
                .flatMap(file -> regular(file).stream())
                .findFirst();
    }

    /** A file beside another, or beside the folder that this one has to itself. */
    static Optional<Path> find(Path beside, String name) {
        Path folder = beside.toAbsolutePath().getParent();
        Optional<Path> found = in(folder, of(name));
        boolean alone = String.valueOf(folder.getFileName()).contains("idx");
        return found.isPresent() || !alone || folder.getParent() == null ? found : in(folder.getParent(), of(name));
    }

    /** The file itself, or the one of nearly this name in the folder of this name. */
    static Optional<Path> regular(Path file) {
        if (Files.isRegularFile(file)) return Optional.of(file);
        if (!Files.isDirectory(file)) return Optional.empty();
        String plain = file.getFileName().toString().replace(".idx", "-idx").replaceFirst("\\.gz$", "");
        return of(plain).stream()
                .map(file::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
