package io.github.gan4j.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * A zip file open for reading. Names are UTF-8; those that are not are read as code page 437, as the format says, so that a
 * zip of any country can be read though its names may look strange.
 */
public final class Zip implements Closeable {
    private static final Set<Integer> METHODS = Set.of(
            ZipMethod.STORED.getCode(),
            ZipMethod.DEFLATED.getCode(),
            ZipMethod.ENHANCED_DEFLATED.getCode(),
            ZipMethod.BZIP2.getCode());

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final Set<String> twice = new TreeSet<>();
    private final boolean foreign;

    private Zip(ZipFile zip) {
        this.zip = zip;
        List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
        foreign = all.stream().anyMatch(entry -> own(entry).isEmpty());
        for (ZipArchiveEntry entry : all)
            if (!entry.isDirectory()) {
                String name = name(entry);
                if (entries.put(name, entry) != null) twice.add(name);
            }
    }

    /** @throws IOException in one line that begins with the path, when there is no such file or it is not a zip */
    public static Zip open(Path path) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new IOException(path + ": " + Reason.of(e), e);
        }
        try {
            return new Zip(ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setCharset(PlainText.CODE_PAGE_437)
                    .setUseUnicodeExtraFields(false)
                    .setIgnoreLocalFileHeader(true)
                    .get());
        } catch (IOException | RuntimeException e) {
            channel.close();
            Throwable why = e.getCause() instanceof IOException cause ? cause : e;
            throw new IOException(path + ": is not a valid zip file (" + worded(Reason.of(why)) + ")", e);
        }
    }

    private static String worded(String reason) {
        return reason.equals("Archive is not a ZIP archive")
                ? "its end is not that of a zip; is it cut short?"
                : reason;
    }

    /** One encoding for all that are not marked: what is UTF-8 by accident would tear a folder in two. */
    private String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean marked = entry.getGeneralPurposeBit().usesUTF8ForNames();
        return foreign && !marked
                ? elsewhere(entry, raw).orElseGet(() -> new String(raw, PlainText.CODE_PAGE_437))
                : own(entry).orElseGet(() -> PlainText.name(raw));
    }

    private static Optional<String> own(ZipArchiveEntry entry) {
        return PlainText.utf8(entry.getRawName()).or(() -> elsewhere(entry, entry.getRawName()));
    }

    /** The field of Unicode names that some programs write beside one of another encoding. */
    private static Optional<String> elsewhere(ZipArchiveEntry entry, byte[] raw) {
        if (!(entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField path))
            return Optional.empty();
        CRC32 crc = new CRC32();
        crc.update(raw);
        return crc.getValue() == path.getNameCRC32() ? PlainText.utf8(path.getUnicodeName()) : Optional.empty();
    }

    /** The paths of its files, in the order of the archive. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /** Paths that two or more files have; the last of them is read. */
    public Set<String> twice() {
        return Collections.unmodifiableSet(twice);
    }

    /** Whether some names are neither marked as UTF-8 nor readable as such. */
    public boolean hasForeignNames() {
        return foreign;
    }

    /** How long a file claims to be; -1 where that is not known. */
    public long size(String name) {
        return entries.get(name).getSize();
    }

    /**
     * The contents of a file; may be called by several threads.
     *
     * @throws IOException without the name, when the file is encrypted, damaged or compressed in a way that is not read
     */
    public InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry.getGeneralPurposeBit().usesEncryption()) throw new IOException("it is encrypted");
        if (!METHODS.contains(entry.getMethod()))
            throw new IOException("it is compressed by method " + entry.getMethod() + ", which is not read");
        synchronized (zip) { // finding where an entry begins moves the position that all share
            return zip.getInputStream(entry);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
