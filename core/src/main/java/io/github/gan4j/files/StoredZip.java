package io.github.gan4j.files;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip being written whose entries are stored as they are, for files that are compressed already. The same entries give the
 * same bytes: no time of day is kept.
 */
public final class StoredZip implements AutoCloseable {
    /** The earliest that a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Writes to a stream, which stays open when this is closed. */
    public StoredZip(OutputStream target) {
        zip = new ZipOutputStream(target);
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** Adds a file; its folders need no entries of their own. */
    public void add(String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
