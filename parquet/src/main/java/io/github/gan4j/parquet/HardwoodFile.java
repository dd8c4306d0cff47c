package io.github.gan4j.parquet;

import dev.hardwood.internal.compression.DecompressorFactory;
import dev.hardwood.internal.thrift.FileMetaDataReader;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ConvertedType;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.metadata.RepetitionType;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.schema.FileSchema;
import dev.hardwood.schema.SchemaNode;
import io.github.gan4j.files.DecodingMemory;
import io.github.gan4j.files.FileBytes;
import io.github.gan4j.files.Parquet;
import io.github.gan4j.files.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.xerial.snappy.SnappyError;

/** A Parquet file by the parsers and decoders of Hardwood. */
final class HardwoodFile implements Parquet {
    private static final int MAGIC = 4;
    private static final int TAIL = MAGIC + Integer.BYTES;
    private static final String PLAIN = "PAR1";
    private static final String ENCRYPTED = "PARE";

    /** It says on standard error which of its variants of a codec it uses. */
    private static final Logger QUIET = Logger.getLogger("dev.hardwood");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final Path path;
    private final FileChannel channel;
    private final FileMetaData metadata;
    private final FileSchema schema;
    private final List<Column> columns;

    /** Opens such files. */
    public static final class Opener implements Parquet.Opener {
        @Override
        public Parquet open(Path file) throws IOException {
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.READ);
            } catch (IOException e) {
                throw new IOException(file + ": " + Reason.of(e), e);
            }
            try {
                return new HardwoodFile(file, channel);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                channel.close();
                throw new IOException(file + ": is not a valid Parquet file (" + reason(e) + ")", e);
            }
        }
    }

    private HardwoodFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        long size = channel.size();
        if (size < MAGIC + TAIL) throw new EOFException();
        ByteBuffer tail = bytes(channel, size - TAIL, TAIL).order(ByteOrder.LITTLE_ENDIAN);
        int footer = tail.getInt();
        String magic = StandardCharsets.ISO_8859_1.decode(tail).toString();
        if (magic.equals(ENCRYPTED)) throw new IOException("it is encrypted");
        if (!magic.equals(PLAIN)) throw new IOException("it ends too early: its footer is missing");
        if (footer < 0 || footer > size - MAGIC - TAIL)
            throw new IOException("its footer claims " + footer + " bytes of " + size);
        metadata = FileMetaDataReader.read(new BoundedThrift(bytes(channel, size - TAIL - footer, footer)));
        schema = schema();
        columns = schema.getRootNode().children().stream()
                .map(node -> new Column(node.name(), kind(node)))
                .toList();
        requireRows(size);
    }

    /** The parsers of Hardwood run into anything where they meet damage; only what is meant to be read is passed on. */
    private static String reason(Throwable failure) {
        return failure instanceof IOException ? Reason.of(failure) : "it is damaged";
    }

    /** As many bytes of a file as wanted. */
    static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        return ByteBuffer.wrap(FileBytes.of(channel, from, length));
    }

    private FileSchema schema() throws IOException {
        List<SchemaElement> elements = metadata.schema();
        for (SchemaElement element : elements)
            if (element.name() == null
                    || element.numChildren() != null
                            && (element.numChildren() < 0 || element.numChildren() >= elements.size()))
                throw new IOException("its schema is damaged");
        return FileSchema.fromSchemaElements(elements);
    }

    /** An image takes some bytes, so there cannot be more rows than the file has bytes. */
    private void requireRows(long size) throws IOException {
        long sum = 0;
        for (RowGroup group : metadata.rowGroups()) {
            if (group.numRows() < 0 || group.numRows() > size)
                throw new IOException("it claims " + group.numRows() + " rows in " + size + " bytes");
            sum += group.numRows();
        }
        if (sum != metadata.numRows() || sum > size)
            throw new IOException("it claims " + metadata.numRows() + " rows in " + size + " bytes, and " + sum
                    + " in its row groups");
    }

    private Kind kind(SchemaNode node) {
        if (node.repetitionType() == RepetitionType.REPEATED) return Kind.LIST;
        if (node instanceof SchemaNode.PrimitiveNode leaf) return kind(leaf);
        SchemaNode.GroupNode group = (SchemaNode.GroupNode) node;
        if (group.isList()) return Kind.LIST;
        return group.isStruct() && file(group).isPresent() ? Kind.FILE : Kind.OTHER;
    }

    private Kind kind(SchemaNode.PrimitiveNode leaf) {
        LogicalType meaning = leaf.logicalType();
        ConvertedType older = metadata.schema().stream()
                .filter(SchemaElement::isPrimitive)
                .toList()
                .get(leaf.columnIndex())
                .convertedType();
        boolean text = meaning instanceof LogicalType.StringType
                || meaning instanceof LogicalType.EnumType
                || older == ConvertedType.UTF8
                || older == ConvertedType.ENUM;
        return switch (leaf.type()) {
            case BYTE_ARRAY -> text ? Kind.TEXT : meaning == null ? Kind.BYTES : Kind.OTHER;
            case INT32, INT64 -> meaning == null || meaning instanceof LogicalType.IntType ? Kind.WHOLE : Kind.OTHER;
            case BOOLEAN -> Kind.WHOLE;
            default -> Kind.OTHER;
        };
    }

    /** The bytes in a struct as Hugging Face stores files. */
    private static Optional<SchemaNode.PrimitiveNode> file(SchemaNode.GroupNode group) {
        for (SchemaNode child : group.children())
            if (child instanceof SchemaNode.PrimitiveNode leaf
                    && leaf.name().equals("bytes")
                    && leaf.type() == PhysicalType.BYTE_ARRAY
                    && leaf.repetitionType() != RepetitionType.REPEATED) return Optional.of(leaf);
        return Optional.empty();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Map<String, String> metadata() {
        return metadata.keyValueMetadata();
    }

    @Override
    public void read(Column file, Optional<Column> label, Row row) throws IOException {
        DecompressorFactory codecs = new DecompressorFactory(null);
        ColumnPages files = pages(file, codecs);
        Optional<ColumnPages> labels = label.isPresent() ? Optional.of(pages(label.get(), codecs)) : Optional.empty();
        for (long at = 0; at < metadata.numRows(); at++) {
            byte[] bytes;
            String text;
            try {
                bytes = files.nextBytes();
                text = labels.isPresent() ? labels.get().nextText() : "";
            } catch (LinkageError | SnappyError e) {
                throw new IOException(
                        path + ": the library that unpacks it cannot be loaded (" + Reason.of(e)
                                + "); name a folder from which programs may run with"
                                + " GAN4J_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                        e);
            } catch (DecodingMemory.TooLittle e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new IOException(path + ": cannot be read from row " + at + " on (" + reason(e) + ")", e);
            }
            row.of(bytes, text);
        }
    }

    private ColumnPages pages(Column column, DecompressorFactory codecs) {
        SchemaNode node = schema.getField(column.name());
        SchemaNode.PrimitiveNode leaf = node instanceof SchemaNode.GroupNode group
                ? file(group).orElseThrow()
                : (SchemaNode.PrimitiveNode) node;
        List<ColumnPages.Chunk> chunks = new ArrayList<>();
        for (RowGroup group : metadata.rowGroups()) {
            ColumnChunk chunk = group.columns().get(leaf.columnIndex());
            chunks.add(new ColumnPages.Chunk(chunk, group.numRows()));
        }
        return new ColumnPages(path, channel, schema.getColumn(leaf.columnIndex()), chunks, codecs);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
