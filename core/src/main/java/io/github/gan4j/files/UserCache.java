package io.github.gan4j.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The folder for caches of the user who runs this program. It is never inside the working folder, unless he names one there. */
public final class UserCache {
    private static final String NAME = "gan4j";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private UserCache() {}

    /**
     * Where caches may lie, best first: {@code $GAN4J_CACHE} alone where it is set; else the system's folder for caches
     * ({@code $XDG_CACHE_HOME} or {@code ~/.cache}, {@code ~/Library/Caches}, {@code %LOCALAPPDATA%}), if the user has a
     * home, and one in the temporary folder.
     */
    public static List<Path> folders() {
        return folders(System.getenv(), System::getProperty);
    }

    static List<Path> folders(Map<String, String> environment, UnaryOperator<String> property) {
        String wanted = environment.getOrDefault("GAN4J_CACHE", "");
        if (!wanted.isBlank()) return List.of(Path.of(wanted).toAbsolutePath());
        return Stream.concat(
                        usual(environment, property).map(folder -> folder.resolve(NAME)).stream(),
                        Stream.of(temporary(property)))
                .map(Path::toAbsolutePath)
                .toList();
    }

    private static Path temporary(UnaryOperator<String> property) {
        String user = property.apply("user.name");
        String plain = user.replaceAll("[^\\w.-]", "_");
        return Path.of(property.apply("java.io.tmpdir"), NAME + "-" + (plain.equals(user) ? user : plain + number()));
    }

    /** The system's number of this user, which tells users apart whose names do not; empty where only names are known. */
    static String number() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return "";
        }
    }

    private static Optional<Path> usual(Map<String, String> environment, UnaryOperator<String> property) {
        String system = property.apply("os.name").toLowerCase(Locale.ROOT);
        Optional<Path> home = home(environment, property);
        if (system.startsWith("windows"))
            return absolute(environment.get("LOCALAPPDATA")).or(() -> home);
        if (system.startsWith("mac")) return home.map(folder -> folder.resolve("Library/Caches"));
        return absolute(environment.get("XDG_CACHE_HOME")).or(() -> home.map(folder -> folder.resolve(".cache")));
    }

    /** Java says {@code ?} where the list of users has no entry for this one. */
    private static Optional<Path> home(Map<String, String> environment, UnaryOperator<String> property) {
        return absolute(property.apply("user.home")).or(() -> absolute(environment.get("HOME")));
    }

    /**
     * Gives Java a home for programs of a user of whom the system knows none: its own libraries would make a folder named
     * {@code ?} in the working folder.
     */
    public static void giveHome() {
        UnaryOperator<String> property = System::getProperty;
        if (absolute(property.apply("user.home")).isEmpty())
            System.setProperty(
                    "user.home",
                    home(System.getenv(), property).orElseGet(UserCache::folder).toString());
    }

    private static Optional<Path> absolute(String folder) {
        return Optional.ofNullable(folder)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** The first of the {@link #folders} that can be written; where there is none, the first. */
    public static Path folder() {
        List<Path> folders = folders();
        for (Path folder : folders) {
            try {
                return make(folder);
            } catch (IOException next) {
                // whoever writes there will hear the same
            }
        }
        return folders.get(0);
    }

    /**
     * Makes a folder and checks that it can be written. One in the temporary folder, where everybody may write, is made for
     * this user alone, and refused where somebody else has put it there.
     *
     * @throws IOException in one line that begins with the folder
     */
    public static Path make(Path folder) throws IOException {
        Path shared = temporary(System::getProperty).toAbsolutePath();
        try {
            if (folder.startsWith(shared)) makePrivate(shared);
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".probe", null));
            return folder;
        } catch (IOException | UnsupportedOperationException e) {
            throw new IOException(folder + ": " + Reason.of(e), e);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Path probe = Files.createTempFile(folder, ".probe", null);
        try {
            if (!Files.getOwner(probe).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS))
                    || !Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                            .equals(OWNER_ONLY)) throw new IOException("is not a folder of this user alone");
        } finally {
            Files.delete(probe);
        }
    }
}
