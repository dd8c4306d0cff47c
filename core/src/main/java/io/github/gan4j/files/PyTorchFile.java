package io.github.gan4j.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.razorvine.pickle.PickleException;

/**
 * Files of {@code torch.save} since PyTorch 1.6: a zip with a pickle and the bytes of each storage. Tensors are read, in
 * dictionaries of dictionaries, by an allow-list; nothing in a pickle is ever executed, and every size is compared with the
 * file before memory is taken.
 */
public final class PyTorchFile {
    private static final int MOST_PICKLE_BYTES = 16 << 20;
    private static final int MOST_TENSORS = 10_000;
    private static final int MOST_VALUES = 1_000_000;
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 1000;
    private static final int PICKLE = 0x80;

    private final ZipFile zip;
    private final String folder;
    private final long bytes;
    private final Map<String, ByteBuffer> storages = new HashMap<>();
    private final Map<String, StoredTensor> found = new LinkedHashMap<>();
    private int values;
    private long copied;

    private PyTorchFile(ZipFile zip, String folder, long bytes) {
        this.zip = zip;
        this.folder = folder;
        this.bytes = bytes;
    }

    /** Whether a file begins as those of {@code torch.save} do, whole or not. */
    public static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(9);
            // the length that a safetensors file begins with may look like a pickle; its header follows at once
            boolean safetensors = start.length > 8 && start[8] == '{';
            return Magic.at(start, 0, "PK\3\4") || start.length > 0 && (start[0] & 0xff) == PICKLE && !safetensors;
        }
    }

    /**
     * Every tensor of a file by its dotted name, in the order of its dictionaries; of a checkpoint that holds several state
     * dictionaries the name of each comes first. What is no tensor, such as counts and options of optimizers, is left out.
     *
     * @throws IOException in one line that names the file, when it is of the format before 1.6, holds anything but
     *     dictionaries, lists, texts, numbers and tensors, or is not whole
     */
    public static Map<String, StoredTensor> read(Path file) throws IOException {
        try {
            requireZip(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                PyTorchFile opened = new PyTorchFile(zip, folder(zip), Files.size(file));
                opened.load();
                return opened.found;
            }
        } catch (IOException e) {
            throw new IOException(file + ": not a file of PyTorch weights: " + Reason.of(e), e);
        }
    }

    private static void requireZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (in.read() == PICKLE)
                throw new IOException(
                        "it is in the format before PyTorch 1.6; load it in Python and torch.save it again");
        }
    }

    /** The one folder in the zip, whatever its name. */
    private static String folder(ZipFile zip) throws IOException {
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.matches("[^/]+/data\\.pkl")) return name.substring(0, name.length() - "data.pkl".length());
        }
        throw new IOException("the zip has no data.pkl");
    }

    private void load() throws IOException {
        if (zip.getEntry(folder + "byteorder") != null) {
            String order = new String(bytes("byteorder", 16), java.nio.charset.StandardCharsets.US_ASCII).strip();
            if (!order.equals("little")) throw new IOException("its byte order is " + order + ", expected little");
        }
        try (TensorUnpickler unpickler = new TensorUnpickler()) {
            collect("", unpickler.load(new ByteArrayInputStream(bytes("data.pkl", MOST_PICKLE_BYTES))), 0);
        } catch (PickleException refused) {
            throw new IOException(refused.getMessage(), refused);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("its pickle is broken", broken);
        }
        if (found.isEmpty()) throw new IOException("it holds no tensors");
    }

    private byte[] bytes(String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) throw new IOException("it has no " + name);
        // torch.save never compresses; so no entry can be larger than the file
        if (entry.getMethod() != ZipEntry.STORED)
            throw new IOException(name + " is compressed, which torch.save never does");
        if (entry.getSize() < 0 || entry.getSize() > Math.min(most, bytes))
            throw new IOException(name + " claims " + entry.getSize() + " bytes, of at most " + Math.min(most, bytes));
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] read = in.readNBytes((int) entry.getSize());
            if (read.length != entry.getSize()) throw new IOException(name + " is cut");
            return read;
        }
    }

    private void collect(String name, Object value, int depth) throws IOException {
        if (depth > DEEPEST) throw new IOException("its dictionaries are nested more than " + DEEPEST + " deep");
        if (name.length() > LONGEST_NAME)
            throw new IOException("a name in it has more than " + LONGEST_NAME + " letters");
        if (++values > MOST_VALUES) throw new IOException("it holds more than " + MOST_VALUES + " values");
        String before = name.isEmpty() ? "" : name + ".";
        if (value instanceof Map<?, ?> map)
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String || entry.getKey() instanceof Number))
                    throw new IOException("a dictionary has a key that is neither a text nor a number");
                collect(before + entry.getKey(), entry.getValue(), depth + 1);
            }
        if (value instanceof List<?> list)
            for (int i = 0; i < list.size(); i++) collect(before + i, list.get(i), depth + 1);
        if (value instanceof Object[] tuple)
            for (int i = 0; i < tuple.length; i++) collect(before + i, tuple[i], depth + 1);
        if (value instanceof TensorUnpickler.StridedView view) {
            if (found.size() == MOST_TENSORS) throw new IOException("it holds more than " + MOST_TENSORS + " tensors");
            found.put(name.isEmpty() ? "tensor" : name, tensor(name, view));
        }
    }

    private StoredTensor tensor(String name, TensorUnpickler.StridedView view) throws IOException {
        try {
            return view.of(storage(view.storage()), this::copying);
        } catch (IllegalArgumentException wrong) {
            throw new IOException("tensor '" + name + "': " + wrong.getMessage(), wrong);
        }
    }

    /** Contiguous views share the bytes of their storage; the others are copied, all together at most once over. */
    private void copying(long more) {
        copied += more;
        if (copied > bytes) throw new IllegalArgumentException("views of storages take more room than the file");
    }

    private ByteBuffer storage(TensorUnpickler.Storage storage) throws IOException {
        ByteBuffer data = storages.get(storage.key());
        if (data == null) {
            if (!storage.key().matches("[A-Za-z0-9_]{1,40}"))
                throw new IOException("a storage has the name '" + storage.key() + "'");
            data = ByteBuffer.wrap(bytes("data/" + storage.key(), Integer.MAX_VALUE - 8));
            storages.put(storage.key(), data);
        }
        int size = StoredTensor.size(storage.dtype());
        if (data.remaining() % size != 0 || data.remaining() / size != storage.count())
            throw new IOException("storage " + storage.key() + " has " + data.remaining() + " bytes, expected "
                    + storage.count() + " numbers of dtype " + storage.dtype());
        return data;
    }
}
