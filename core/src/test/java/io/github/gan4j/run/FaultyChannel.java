package io.github.gan4j.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file on a {@link FaultyDisk}: each write and each sync counts; of a write that fails the first half reaches the disk, as it does when it fills up. */
final class FaultyChannel extends FileChannel {
    private final FaultyDisk disk;
    private final Path path;
    private final FileChannel there;

    FaultyChannel(FaultyDisk disk, Path path, FileChannel there) {
        this.disk = disk;
        this.path = path;
        this.there = there;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        half(source);
        return there.write(source);
    }

    private void half(ByteBuffer source) throws IOException {
        try {
            disk.write(path);
        } catch (FileSystemException full) {
            there.write(source.duplicate().limit(source.position() + source.remaining() / 2));
            throw full;
        }
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        disk.write(path);
        return there.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        disk.write(path);
        return there.write(source, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        disk.write(path);
        there.force(metadata);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return there.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return there.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return there.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return there.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        there.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return there.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        there.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return there.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        disk.write(path);
        return there.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return there.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return there.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return there.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        there.close();
    }
}
