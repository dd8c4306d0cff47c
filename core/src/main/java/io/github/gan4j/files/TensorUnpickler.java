package io.github.gan4j.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;

/**
 * Reads pickles of PyTorch tensors, and of nothing else: by an allow-list of the names that may be called, each of which is
 * a function here, and of the instructions that {@code torch.save} writes.
 */
final class TensorUnpickler extends Unpickler implements AutoCloseable {
    /** The types of storages and what their numbers are called here. */
    private static final Map<String, String> STORAGES = Map.of(
            "FloatStorage", "F32",
            "DoubleStorage", "F64",
            "HalfStorage", "F16",
            "BFloat16Storage", "BF16",
            "LongStorage", "I64",
            "IntStorage", "I32",
            "ShortStorage", "I16",
            "CharStorage", "I8",
            "ByteStorage", "U8",
            "BoolStorage", "BOOL");

    private static final Map<String, IObjectConstructor> FUNCTIONS = Map.of(
            "collections OrderedDict", arguments -> new Dictionary(),
            "torch._utils _rebuild_tensor_v2", TensorUnpickler::view,
            "torch._utils _rebuild_parameter", arguments -> arguments[0]);

    private static final List<Short> INSTRUCTIONS = List.of(
            Opcodes.PROTO,
            Opcodes.STOP,
            Opcodes.MARK,
            Opcodes.EMPTY_TUPLE,
            Opcodes.TUPLE,
            Opcodes.TUPLE1,
            Opcodes.TUPLE2,
            Opcodes.TUPLE3,
            Opcodes.EMPTY_LIST,
            Opcodes.APPEND,
            Opcodes.APPENDS,
            Opcodes.SETITEM,
            Opcodes.BINPUT,
            Opcodes.LONG_BINPUT,
            Opcodes.BINGET,
            Opcodes.LONG_BINGET,
            Opcodes.NONE,
            Opcodes.NEWTRUE,
            Opcodes.NEWFALSE,
            Opcodes.BININT,
            Opcodes.BININT1,
            Opcodes.BININT2,
            Opcodes.LONG1,
            Opcodes.BINFLOAT,
            Opcodes.BINPERSID,
            Opcodes.REDUCE);

    /** A dictionary in the order in which it was filled; equal to itself alone, since one may hold itself. */
    private static final class Dictionary extends LinkedHashMap<Object, Object> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** The type of a storage, which is a class in Python. */
    private record StorageType(String dtype) {}

    /** Numbers in a file of their own in the zip. */
    record Storage(String key, String dtype, long count) {}

    /** A tensor: numbers of a storage, from an offset on, in steps along each axis. */
    record StridedView(Storage storage, long offset, long[] shape, long[] strides) {
        /**
         * The tensor, row-major.
         *
         * @param copying hears the bytes that have to be copied, before they are
         * @throws IllegalArgumentException when it reaches beyond its storage or has more numbers than that
         */
        StoredTensor of(ByteBuffer data, LongConsumer copying) {
            int size = StoredTensor.size(storage.dtype());
            long bytes = StoredTensor.bytes(storage.dtype(), shape), count = bytes / size;
            if (count > storage.count() || offset < 0 || count > 0 && last() >= storage.count())
                throw new IllegalArgumentException("shape " + Arrays.toString(shape) + ", steps "
                        + Arrays.toString(strides) + " from " + offset + " reach beyond the " + storage.count()
                        + " numbers of its storage");
            if (count == 0) return new StoredTensor(storage.dtype(), shape, ByteBuffer.allocate(0));
            if (contiguous())
                return new StoredTensor(storage.dtype(), shape, data.slice((int) (offset * size), (int) bytes));
            copying.accept(bytes);
            byte[] to = new byte[(int) bytes];
            long[] index = new long[shape.length];
            for (int i = 0; i < count; i++) {
                data.get((int) (at(index) * size), to, i * size, size);
                for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) index[axis] = 0;
            }
            return new StoredTensor(storage.dtype(), shape, ByteBuffer.wrap(to));
        }

        private long at(long[] index) {
            long place = offset;
            for (int axis = 0; axis < index.length; axis++)
                place = Math.addExact(place, Math.multiplyExact(index[axis], strides[axis]));
            return place;
        }

        private long last() {
            try {
                return at(Arrays.stream(shape).map(extent -> extent - 1).toArray());
            } catch (ArithmeticException beyond) {
                return Long.MAX_VALUE;
            }
        }

        private boolean contiguous() {
            long step = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                if (shape[axis] != 1 && strides[axis] != step) return false;
                step *= shape[axis];
            }
            return true;
        }
    }

    @Override
    protected Object dispatch(short instruction) throws IOException {
        switch (instruction) {
            case Opcodes.GLOBAL -> stack.add(named(line() + " " + line()));
            case Opcodes.EMPTY_DICT -> stack.add(new Dictionary());
            case Opcodes.SETITEMS -> fill(stack.pop_all_since_marker());
            // attributes of a dictionary, such as the versions of modules
            case Opcodes.BUILD -> stack.pop();
            case Opcodes.BINUNICODE -> {
                requireThere();
                return super.dispatch(instruction);
            }
            default -> {
                if (!INSTRUCTIONS.contains(instruction))
                    throw new PickleException("the instruction 0x" + Integer.toHexString(instruction & 0xff)
                            + " is none that torch.save writes");
                return super.dispatch(instruction);
            }
        }
        return NO_RETURN_VALUE;
    }

    /** The library's own forgets the order. */
    private void fill(List<Object> keysAndValues) {
        if (!(stack.peek() instanceof Dictionary dictionary) || keysAndValues.size() % 2 != 0)
            throw new PickleException("it fills something that is no dictionary");
        for (int i = 0; i < keysAndValues.size(); i += 2)
            dictionary.put(keysAndValues.get(i), keysAndValues.get(i + 1));
    }

    private static Object named(String name) {
        String storage = name.startsWith("torch ") ? STORAGES.get(name.substring(6)) : null;
        if (storage != null) return new StorageType(storage);
        IObjectConstructor function = FUNCTIONS.get(name);
        if (function == null)
            throw new PickleException("it wants to use " + name.replace(' ', '.')
                    + ", which no file of weights needs; nothing of it was executed");
        return function;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0 || line.length() > 200) throw new PickleException("a name in it has no end");
            line.append((char) next);
        }
        return line.toString();
    }

    /** Looks at the length of a text before memory is taken for it. */
    private void requireThere() throws IOException {
        InputStream in = input;
        in.mark(4);
        byte[] length = in.readNBytes(4);
        long claimed = length.length < 4
                ? Long.MAX_VALUE
                : ByteBuffer.wrap(length)
                                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                                .getInt()
                        & 0xffffffffL;
        if (claimed > in.available()) throw new PickleException("a text in it is longer than the file");
        in.reset();
    }

    @Override
    protected Object persistentLoad(Object id) {
        if (id instanceof Object[] parts
                && parts.length >= 5
                && "storage".equals(parts[0])
                && parts[1] instanceof StorageType type
                && parts[2] instanceof String key
                && parts[4] instanceof Number count) return new Storage(key, type.dtype(), count.longValue());
        throw new PickleException("a reference in it is none to a storage");
    }

    private static StridedView view(Object[] arguments) {
        if (arguments.length >= 4
                && arguments[0] instanceof Storage storage
                && arguments[1] instanceof Number offset
                && arguments[2] instanceof Object[] shape
                && arguments[3] instanceof Object[] strides
                && shape.length == strides.length
                && shape.length <= 8)
            return new StridedView(storage, offset.longValue(), numbers(shape), numbers(strides));
        throw new PickleException("a tensor in it is not of a storage, an offset, a shape and steps");
    }

    private static long[] numbers(Object[] sizes) {
        long[] numbers = new long[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            if (!(sizes[i] instanceof Number size) || size.longValue() < 0)
                throw new PickleException("a shape in it holds " + sizes[i]);
            numbers[i] = size.longValue();
        }
        return numbers;
    }
}
