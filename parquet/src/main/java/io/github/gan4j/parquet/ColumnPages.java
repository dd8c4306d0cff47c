package io.github.gan4j.parquet;

import dev.hardwood.internal.compression.DecompressorFactory;
import dev.hardwood.internal.metadata.PageHeader;
import dev.hardwood.internal.reader.Dictionary;
import dev.hardwood.internal.reader.Page;
import dev.hardwood.internal.reader.PageDecoder;
import dev.hardwood.internal.thrift.PageHeaderReader;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.Encoding;
import dev.hardwood.schema.ColumnSchema;
import io.github.gan4j.files.DecodingMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The values of one column from front to back, of which one page at a time is in memory. The readers of rows and columns that
 * Hardwood offers decode as many pages ahead as there are processors, however large these are.
 */
final class ColumnPages {
    private static final Set<CompressionCodec> CODECS = Set.of(
            CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP, CompressionCodec.ZSTD);

    /** The others allocate what the page claims. */
    private static final Set<Encoding> ENCODINGS =
            Set.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY, Encoding.RLE);

    private static final int MOST_HEADER = 1 << 16;

    /** What a page may inflate to for each of its bytes, and beyond: deflate's most. */
    private static final long MOST_INFLATION = 1032;

    private static final int SMALL = 1 << 16;

    private final Path path;
    private final FileChannel file;
    private final ColumnSchema column;
    private final Iterator<Chunk> chunks;
    private final DecompressorFactory codecs;

    private ColumnMetaData chunk;
    private long at;
    private long end;
    private long rowsLeft;
    private Dictionary dictionary;
    private Page page = new Page.IntPage(new int[0], null, null, 0, 0);
    private int next;

    /** A part of the column, and how many rows it has. */
    record Chunk(ColumnChunk place, long rows) {}

    ColumnPages(Path path, FileChannel file, ColumnSchema column, List<Chunk> chunks, DecompressorFactory codecs) {
        this.path = path;
        this.file = file;
        this.column = column;
        this.chunks = chunks.iterator();
        this.codecs = codecs;
    }

    /** The bytes of the next row; none where it has none. */
    byte[] nextBytes() throws IOException {
        byte[][] values = ((Page.ByteArrayPage) advanced()).values();
        return page.isNull(next) ? new byte[0] : values[next];
    }

    /** The text or whole number of the next row; empty where it has none. */
    String nextText() throws IOException {
        Page current = advanced();
        if (current.isNull(next)) return "";
        return switch (current) {
            case Page.ByteArrayPage texts -> new String(texts.get(next), StandardCharsets.UTF_8);
            case Page.LongPage numbers -> Long.toString(numbers.get(next));
            case Page.IntPage numbers -> Integer.toString(numbers.get(next));
            case Page.BooleanPage flags -> flags.get(next) ? "1" : "0";
            default -> throw new IOException("the column " + column.name() + " holds numbers with a fraction");
        };
    }

    /** The page of the next value. */
    private Page advanced() throws IOException {
        next++;
        while (next >= page.size()) {
            if (rowsLeft == 0) open(chunks.next());
            else read();
        }
        return page;
    }

    private void open(Chunk next) throws IOException {
        chunk = next.place().metaData();
        if (!CODECS.contains(chunk.codec()))
            throw new IOException("the column " + column.name() + " is compressed with " + chunk.codec()
                    + ", which is not read; write it with snappy, zstd or gzip");
        rowsLeft = next.rows();
        at = next.place().chunkStartOffset();
        end = at + chunk.totalCompressedSize();
        if (at < 0 || chunk.totalCompressedSize() < 0 || end < at || end > file.size())
            throw new IOException("the column " + column.name() + " claims to be where the file is not");
        dictionary = null;
    }

    private void read() throws IOException {
        ByteBuffer start = HardwoodFile.bytes(file, at, (int) Math.min(MOST_HEADER, end - at));
        BoundedThrift thrift = new BoundedThrift(start);
        PageHeader header = PageHeaderReader.read(thrift);
        int length = thrift.getBytesRead();
        requireSizes(header, length);
        ByteBuffer bytes = HardwoodFile.bytes(file, at, length + header.compressedPageSize());
        at += bytes.remaining();
        switch (header.type()) {
            case DICTIONARY_PAGE -> dictionary = dictionary(header, bytes.slice(length, header.compressedPageSize()));
            case DATA_PAGE ->
                decode(
                        bytes,
                        header.dataPageHeader().numValues(),
                        header.dataPageHeader().encoding(),
                        length,
                        header,
                        0);
            case DATA_PAGE_V2 -> {
                int levels = Math.addExact(
                        header.dataPageHeaderV2().definitionLevelsByteLength(),
                        header.dataPageHeaderV2().repetitionLevelsByteLength());
                decode(
                        bytes,
                        header.dataPageHeaderV2().numValues(),
                        header.dataPageHeaderV2().encoding(),
                        length + levels,
                        header,
                        levels);
            }
            case INDEX_PAGE -> {}
        }
    }

    private void requireSizes(PageHeader header, int length) throws IOException {
        long packed = header.compressedPageSize(), unpacked = header.uncompressedPageSize();
        if (packed < 0 || packed > end - at - length)
            throw new IOException("a page claims " + packed + " bytes, more than its column has left");
        if (unpacked < 0 || unpacked > MOST_INFLATION * packed + SMALL)
            throw new IOException("a page of " + packed + " bytes claims to hold " + unpacked);
        DecodingMemory.require(packed + 2 * unpacked, path.toString());
    }

    /** @param data where the packed values begin, of which {@code levels} bytes before are not packed */
    private void decode(ByteBuffer bytes, int values, Encoding encoding, int data, PageHeader header, int levels)
            throws IOException {
        if (values < 0 || values > rowsLeft)
            throw new IOException("a page claims " + values + " rows, and " + rowsLeft + " are left");
        if (!ENCODINGS.contains(encoding))
            throw new IOException("the column " + column.name() + " is encoded as " + encoding
                    + ", which is not read; write it plainly or with a dictionary");
        boolean packed =
                header.dataPageHeaderV2() == null || header.dataPageHeaderV2().isCompressed();
        if (packed && data <= bytes.limit())
            requireSnappy(bytes.slice(data, bytes.limit() - data), header.uncompressedPageSize() - levels);
        Page decoded = new PageDecoder(chunk, column, codecs).decodePage(bytes, dictionary);
        if (decoded.size() != values) throw new IOException("a page has " + decoded.size() + " rows, not " + values);
        page = decoded;
        next = 0;
        rowsLeft -= values;
    }

    private Dictionary dictionary(PageHeader header, ByteBuffer packed) throws IOException {
        int values = header.dictionaryPageHeader().numValues();
        // each takes four bytes, or a text's length does
        if (values < 0 || 4L * values > header.uncompressedPageSize())
            throw new IOException("a dictionary claims " + values + " values");
        requireSnappy(packed.duplicate(), header.uncompressedPageSize());
        byte[] bytes = codecs.getDecompressor(chunk.codec()).decompress(packed, header.uncompressedPageSize());
        return Dictionary.parse(bytes, values, column.type(), column.typeLength());
    }

    /** The native code of Snappy writes as much as its data say, whatever room there is. */
    private void requireSnappy(ByteBuffer packed, int room) throws IOException {
        if (chunk.codec() != CompressionCodec.SNAPPY) return;
        long length = new BoundedThrift(packed).readVarint();
        if (length != room) throw new IOException("a page of " + room + " bytes unpacks to " + length);
    }
}
