package io.github.gan4j.parquet;

import dev.hardwood.internal.thrift.ThriftCompactReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads metadata in Thrift's compact form without believing lengths that the bytes at hand cannot hold. */
final class BoundedThrift extends ThriftCompactReader {
    private static final int MOST_DEPTH = 64;

    private final int length;
    private int depth;

    BoundedThrift(ByteBuffer bytes) {
        super(bytes);
        length = bytes.remaining();
    }

    private int left() {
        return length - getBytesRead();
    }

    @Override
    public byte[] readBinary() throws IOException {
        long size = readVarint();
        if (size < 0 || size > left()) throw new EOFException();
        byte[] bytes = new byte[(int) size];
        readBytes(bytes);
        return bytes;
    }

    @Override
    public CollectionHeader readListHeader() throws IOException {
        CollectionHeader header = super.readListHeader();
        // every element takes at least one byte
        if (header.size() < 0 || header.size() > left()) throw new EOFException();
        return header;
    }

    @Override
    public void skipField(byte type) throws IOException {
        if (++depth > MOST_DEPTH) throw new IOException("its metadata is nested too deeply");
        super.skipField(type);
        depth--;
    }
}
