package io.github.gan4j.tensor;

import io.github.gan4j.files.UserCache;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * The native libraries of libtorch: found on the class path, unpacked into the user's cache and loaded, once. What cannot be
 * done is said in one line.
 */
final class Natives {
    private static final String CACHE = "org.bytedeco.javacpp.cachedir";
    private static final String ONNX_PATH = "onnxruntime.native.path";
    private static final List<String> SUPPORTED =
            List.of("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");
    private static final Optional<UncheckedIOException> FAILURE = loading();

    private Natives() {}

    /** One native library in a jar. */
    private record Packed(URL url, String jar, JarEntry entry) {
        String name() {
            return Path.of(entry.getName()).getFileName().toString();
        }

        /** Whether JavaCPP has unpacked it, into the folder itself or into one named after its jar. */
        boolean isIn(Path folder) {
            Path inside = folder.resolve(Path.of(jar).getFileName()).resolve(entry.getName());
            return Stream.of(folder.resolve(name()), inside)
                    .anyMatch(file -> file.toFile().length() == entry.getSize());
        }
    }

    /** @throws UncheckedIOException in one line, the same each time, when they cannot be loaded */
    static void require() {
        if (FAILURE.isPresent())
            throw new UncheckedIOException(
                    FAILURE.get().getMessage(), FAILURE.get().getCause());
    }

    private static Optional<UncheckedIOException> loading() {
        try {
            unpack();
            load();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new UncheckedIOException(e.getMessage(), e));
        }
    }

    private static void load() throws IOException {
        try (Loading untilLoaded = new Loading()) {
            Loader.load(torch.class);
        } catch (LinkageError e) {
            throw new IOException("the native libraries cannot be loaded: " + withCause(reason(e)), e);
        }
    }

    /** The libraries for NVIDIA cards want others, of the machine. */
    static String withCause(String reason) {
        return reason.matches(".*\\blib(cu|nccl|nv)\\w*\\.so.*cannot open.*")
                ? reason
                        + "; these are the ones for NVIDIA cards, which need CUDA 13 and cuDNN 9 of the machine: install"
                        + " them, or use gan4j-natives-linux-x86_64"
                : reason;
    }

    /**
     * A Java machine that ends while a library is loaded tears it down half made, and crashes; so it waits. A class of its own,
     * since the hook would wait for the initialiser of the outer one.
     */
    private static final class Loading implements AutoCloseable {
        private static final int MOST_SECONDS = 60;

        private final CountDownLatch loaded = new CountDownLatch(1);
        private final Thread end = new Thread(this::await, "gan4j-load");

        Loading() {
            try {
                Runtime.getRuntime().addShutdownHook(end);
            } catch (IllegalStateException endsAlready) {
                loaded.countDown();
            }
        }

        private void await() {
            try {
                loaded.await(MOST_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            loaded.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(end);
            } catch (IllegalStateException endsNow) {
                // nothing is waited for any longer
            }
        }
    }

    /**
     * JavaCPP unpacks libraries one by one and loads each at once. Where another libtorch is installed (on Debian
     * libtorch-dev), the first then finds that one's parts in place of its own, still packed ones, and the machine crashes.
     * Once all lie side by side, each finds its own.
     */
    private static void unpack() throws IOException {
        List<Packed> libraries = new ArrayList<>();
        for (String project : List.of("javacpp", "openblas", "pytorch")) libraries.addAll(packed(project));
        choosePlace(libraries);
        for (Packed library : libraries) unpacked(library);
    }

    private static File unpacked(Packed library) throws IOException {
        try {
            return Loader.cacheResource(library.url());
        } catch (IOException e) {
            throw new IOException(
                    Loader.getCacheDir() + ": the native libraries cannot be unpacked: " + reason(e) + advice(), e);
        }
    }

    /**
     * Unpacks ONNX Runtime into the same cache. By itself it does so into a new temporary folder in every program.
     *
     * @throws IOException in one line
     */
    static void unpackOnnxRuntime() throws IOException {
        require();
        String platform = Loader.getPlatform()
                .replace("x86_64", "x64")
                .replace("macosx", "osx")
                .replace("arm64", "aarch64")
                .replace("windows", "win");
        String folder = "/ai/onnxruntime/native/" + platform;
        URL found = Loader.findResource(torch.class, folder + "/" + System.mapLibraryName("onnxruntime"));
        if (found == null || System.getProperty(ONNX_PATH) != null) return;
        for (Packed library : packedBeside(found, List.of(folder)))
            System.setProperty(ONNX_PATH, unpacked(library).getParent());
    }

    /** The libraries of a project of JavaCPP for this platform. Those in folders need not be unpacked and are left out. */
    private static List<Packed> packed(String project) throws IOException {
        String platform = Loader.getPlatform();
        List<String> folders = List.of(folder(project, platform), folder(project, platform + "-gpu"));
        List<Packed> libraries = new ArrayList<>();
        boolean there = false;
        for (String folder : folders) {
            URL found = Loader.findResource(torch.class, folder + "/" + System.mapLibraryName(jni(project)));
            if (found == null) continue;
            there = true;
            libraries.addAll(packedBeside(found, List.of(folder)));
        }
        if (!there) throw new IOException(missing(platform));
        return libraries;
    }

    private static String missing(String platform) {
        if (!SUPPORTED.contains(platform))
            return "there are no native libraries for " + platform + "; gan4j runs on " + String.join(", ", SUPPORTED);
        // nothing requires the modules of natives, so they are left out even where their jars lie beside the others
        String modules = !Natives.class.getModule().isNamed()
                ? ""
                : "; from a module path start Java with --add-modules "
                        + Stream.of("javacpp", "openblas", "pytorch")
                                .map(each -> "org.bytedeco." + each + "." + platform.replace('-', '.'))
                                .collect(Collectors.joining(","));
        return "the native libraries for " + platform + " are not on the class path; add the dependency"
                + " io.github.gan4j:gan4j-natives-" + platform + " (of type pom)" + modules;
    }

    private static List<Packed> packedBeside(URL found, List<String> folders) throws IOException {
        if (!(found.openConnection() instanceof JarURLConnection connection)) return List.of();
        List<Packed> libraries = new ArrayList<>();
        String jar = found.toString().substring(0, found.toString().lastIndexOf("!/"));
        for (String folder : folders)
            for (JarEntry entry : entries(connection, folder.substring(1)))
                libraries.add(new Packed(
                        URI.create(jar + "!/" + entry.getName()).toURL(),
                        connection.getJarFile().getName(),
                        entry));
        return libraries;
    }

    private static String folder(String project, String platform) {
        return "/org/bytedeco/" + project + "/" + platform;
    }

    private static String jni(String project) {
        return switch (project) {
            case "pytorch" -> "jnitorch";
            case "openblas" -> "jniopenblas_nolapack";
            default -> "jni" + project;
        };
    }

    /** Libraries that libtorch loads: all but those of distributed training and of LAPACK's C interface. */
    private static List<JarEntry> entries(JarURLConnection connection, String folder) throws IOException {
        try (Stream<JarEntry> all = connection.getJarFile().stream()) {
            return all.filter(entry -> entry.getName().matches(folder + "/[^/]+\\.(so(\\.\\d+)*|dylib|dll)"))
                    .filter(entry -> !entry.getName().matches(".*(_gloo|_nccl|_full)\\..*"))
                    .toList();
        }
    }

    /** Tells JavaCPP where to unpack, unless the user has. */
    private static void choosePlace(List<Packed> libraries) throws IOException {
        if (libraries.isEmpty()) return;
        if (System.getProperty(CACHE) != null) {
            check(Path.of(System.getProperty(CACHE)), libraries);
            return;
        }
        List<String> refusals = new ArrayList<>();
        for (Path cache : UserCache.folders()) {
            Path place = cache.resolve("natives").resolve(key(libraries));
            try {
                check(place, libraries);
                use(place, libraries);
                return;
            } catch (IOException e) {
                refusals.add(e.getMessage());
            }
        }
        throw new IOException("no folder for the native libraries: " + String.join("; ", refusals) + advice());
    }

    /**
     * Without sub-folders named after jars, so that a program packed into one jar, and each release of it, shares one copy
     * with all others. Variants for NVIDIA cards have libraries of the same names as those for processors and keep them.
     */
    private static void use(Path place, List<Packed> libraries) throws IOException {
        System.setProperty(CACHE, place.toString());
        boolean names = libraries.stream().map(Packed::name).distinct().count() == libraries.size();
        if (names && Loader.getCacheDir().toPath().equals(place.toRealPath()))
            System.setProperty("org.bytedeco.javacpp.cachedir.nosubdir", "true");
    }

    private static String key(List<Packed> libraries) {
        CRC32 sum = new CRC32();
        libraries.forEach(each -> sum.update((each.name() + each.entry().getCrc()).getBytes()));
        return Loader.getPlatform() + "-" + String.format("%08x", sum.getValue());
    }

    /** @throws IOException in one line that begins with the folder, when libraries cannot be unpacked there or not be loaded */
    private static void check(Path place, List<Packed> libraries) throws IOException {
        UserCache.make(place);
        File probe = File.createTempFile(".probe", null, place.toFile());
        try {
            // the system refuses this where a disk is mounted noexec, to the administrator, too
            if (!probe.setExecutable(true) || !probe.canExecute())
                throw new IOException(place + ": programs may not run there (mounted noexec)");
        } finally {
            Files.delete(probe.toPath());
        }
        if (libraries.stream().allMatch(each -> each.isIn(place))) return;
        // a tenth more, since JavaCPP keeps one of them under two names
        long needed =
                libraries.stream().mapToLong(each -> each.entry().getSize()).sum() * 11 / 10 / 1_000_000;
        long free = Files.getFileStore(place).getUsableSpace() / 1_000_000;
        if (free < needed)
            throw new IOException(
                    place + ": has " + free + " MB free, " + needed + " MB are needed for native libraries");
    }

    private static String advice() {
        return "; set GAN4J_CACHE to a folder with room where programs may run";
    }

    /** The first line of the innermost reason. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        return String.valueOf(innermost.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
