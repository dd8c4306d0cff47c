package io.github.gan4j.data;

import io.github.gan4j.files.ImageKind;
import io.github.gan4j.files.Magic;
import io.github.gan4j.files.Tar;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    EMPTY("an empty file", ImageKind.EMPTY::matches),
    ZIP("a zip", Magic.starts("PK\3\4", "PK\5\6", "PK\7\10")),
    NPY("a NumPy array", Magic.starts("\u0093NUMPY")),
    TAR("a tar archive", FileKind::isTar),
    GZIP("compressed with gzip", Magic.starts("\u001f\u008b")),
    PICKLE("a Python pickle, which is not read", start -> start.length > 1 && start[0] == (byte) 0x80 && start[1] <= 5),
    HDF5("an HDF5 file, which is not read; save its arrays as .npz", Magic.starts("\u0089HDF")),
    PARQUET("a Parquet file", Magic.starts("PAR1")),
    SEVEN_ZIP("a 7z archive, which is not read; unpack it", Magic.starts("7z\u00bc\u00af")),
    RAR("a RAR archive, which is not read; unpack it", Magic.starts("Rar!")),
    BZIP2("compressed with bzip2, which is not read; unpack it", Magic.starts("BZh")),
    XZ("compressed with xz, which is not read; unpack it", Magic.starts("\u00fd7zXZ")),
    ZSTD("compressed with Zstandard, which is not read; unpack it", Magic.starts("\u0028\u00b5\u002f\u00fd")),
    IMAGE("a single image; name its folder", start -> ImageKind.of(start).isImage()),
    PDF("a PDF document", ImageKind.PDF::matches),
    HTML("a web page", ImageKind.WEB_PAGE::matches),
    LFS("a Git LFS pointer; git lfs pull fetches the file", ImageKind.LFS_POINTER::matches),
    TEXT("a text file", FileKind::isText),
    ZEROS("nothing but zeros where it begins, as an empty tar archive or a download that never arrived", Magic::isZero),
    IDX("an IDX file, which is known by its name, as train-images-idx3-ubyte", FileKind::isIdx),
    OTHER("of an unknown kind", start -> true);

    private static final int LOOKED_AT = 1024;
    private static final int BLOCK = 512;

    private final String says;
    private final Predicate<byte[]> matcher;

    FileKind(String says, Predicate<byte[]> matcher) {
        this.says = says;
        this.matcher = matcher;
    }

    /** In words that go after "is". */
    String says() {
        return says;
    }

    /** @throws IOException when the file cannot be read */
    static FileKind of(Path file) throws IOException {
        FileKind kind = of(start(Files.newInputStream(file)));
        if (kind != GZIP) return kind;
        try {
            return of(start(new GZIPInputStream(Files.newInputStream(file)))) == TAR ? TAR : GZIP;
        } catch (IOException damaged) {
            return GZIP;
        }
    }

    /** @param start the bytes that a file begins with */
    static FileKind of(byte[] start) {
        return Arrays.stream(values())
                .filter(kind -> kind.matcher.test(start))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] start(InputStream file) throws IOException {
        try (InputStream in = new BufferedInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        }
    }

    private static boolean isTar(byte[] start) {
        return start.length >= BLOCK && Tar.isHeader(Arrays.copyOf(start, BLOCK));
    }

    /** Two zeros, a type of number and a few axes. */
    private static boolean isIdx(byte[] start) {
        return start.length > 4 && start[0] == 0 && start[1] == 0 && start[2] == 8 && start[3] >= 1 && start[3] <= 4;
    }

    private static boolean isText(byte[] start) {
        for (byte each : start)
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') return false;
        return true;
    }
}
