package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Argument;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.ExtraFilesMap;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.StringIValueMap;
import org.bytedeco.pytorch.buffer_iterator;
import org.bytedeco.pytorch.buffer_list;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.parameter_iterator;
import org.bytedeco.pytorch.parameter_list;

/**
 * A function from tensors to tensors that comes as a TorchScript file, computed on the CPU in evaluation mode. Such a
 * file is a program: only those from people you trust should be read.
 */
public final class TorchScript extends NativeOwner implements NetworkFile, ProgramFile {
    /** The file inside that describes the network, in JSON, where it is one that gan4j has written. */
    public static final String ABOUT = "gan4j.json";

    private static final List<String> TEXTS =
            Stream.concat(Stream.of(ABOUT), ProgramFile.CLASS_NAMES.stream()).toList();

    /** What torch.save leaves out of its files. */
    private static final String PROGRAM = "constants.pkl";

    private static final String PICKLED =
            "holds weights or a pickled module of PyTorch, not a TorchScript program, which"
                    + " torch.jit.trace(network, example).save(...) writes";
    private static final String UNREADABLE = "is not a TorchScript file that this libtorch can read: ";

    private final Path file;
    private final ExtraFilesMap about;
    private final JitModule module;

    private TorchScript(Path file) {
        this.file = file;
        this.about = owned(() -> inside(Map.of()));
        this.module = owned(() -> {
            JitModule read = torch.load(file.toString(), new DeviceOptional(Device.CPU.handle()), about, true);
            read.eval();
            return read;
        });
    }

    private TorchScript(Path file, String source, Map<String, RecordedConstant> numbers, String description) {
        this.file = file;
        this.about = owned(() -> inside(Map.of(ABOUT, description)));
        this.module = owned(() -> TorchScriptWriter.module(source, numbers, false));
    }

    /** The texts that libtorch is asked for when it reads a file. */
    private static ExtraFilesMap inside(Map<String, String> texts) {
        ExtraFilesMap inside = new ExtraFilesMap();
        for (String name : TEXTS) inside.put(new BytePointer(name), new BytePointer(texts.getOrDefault(name, "")));
        return inside;
    }

    /**
     * A program that comes in another form.
     *
     * @param file that it comes from, for messages
     * @param source the method {@code forward}
     * @param numbers by the names that they have in the source
     * @param description of the network, in JSON
     * @throws IOException in one line, when libtorch does not understand the source
     */
    public static TorchScript of(Path file, String source, Map<String, RecordedConstant> numbers, String description)
            throws IOException {
        try {
            return new TorchScript(file, source, numbers, description);
        } catch (RuntimeException cause) {
            throw new IOException(file + ": is no program for libtorch: " + TensorException.firstLine(cause), cause);
        }
    }

    /** @throws IOException in one line, when there is no such file or it is no TorchScript */
    public static TorchScript read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException(file + ": no such file");
        try {
            return new TorchScript(file);
        } catch (RuntimeException cause) {
            String reason = TensorException.firstLine(cause);
            throw new IOException(file + ": " + (reason.contains(PROGRAM) ? PICKLED : UNREADABLE + reason), cause);
        }
    }

    /** Whether its {@code forward} has an argument of this name. */
    public boolean hasArgument(String name) {
        try (Scope scope = new Scope()) {
            return module.get_method("forward")
                    .function()
                    .getSchema()
                    .argumentIndexWithName(name)
                    .has_value();
        }
    }

    /** The names of the arguments that its {@code forward} cannot do without, in their order. */
    public List<String> arguments() {
        try (Scope scope = new Scope()) {
            Argument all = module.get_method("forward").function().getSchema().arguments();
            List<String> names = new ArrayList<>();
            // the first is the module itself
            for (long i = 1; i < all.limit(); i++) {
                Argument one = all.getPointer(i);
                if (!one.default_value().has_value()) names.add(one.name().getString());
            }
            return names;
        }
    }

    @Override
    public Tensor apply(Tensor input) throws IOException {
        return apply(input, new String[0]);
    }

    /**
     * Its output for one tensor; the first where it has several.
     *
     * @param flags arguments that are set to true
     * @throws IOException in one line, when it cannot compute with such a tensor or gives none
     */
    public Tensor apply(Tensor input, String... flags) throws IOException {
        StringIValueMap named = new StringIValueMap();
        for (String flag : flags) named.put(new org.bytedeco.javacpp.BytePointer(flag), new IValue(true));
        return computed(new IValueVector(new IValue(input.handle)), named, input.toString());
    }

    private Tensor computed(IValueVector inputs, StringIValueMap named, String shapes) throws IOException {
        try {
            IValue given = module.get_method("forward").apply(inputs, named);
            if (given.isTuple()) given = given.toTuple().elements().get(0);
            return new Tensor(given.toTensor());
        } catch (RuntimeException cause) {
            throw new IOException(
                    file + ": cannot compute with " + shapes + ": " + TensorException.firstLine(cause), cause);
        }
    }

    /** The shapes of its parameters, in the order in which its layers are listed, and then of its other numbers. */
    public List<long[]> weights() {
        try (Scope scope = new Scope()) {
            List<long[]> shapes = new ArrayList<>();
            parameter_list parameters = module.parameters();
            parameter_iterator parameter = parameters.begin();
            for (long i = 0; i < parameters.size(); i++, parameter.increment())
                shapes.add(new Tensor(parameter.multiply()).shape());
            buffer_list buffers = module.buffers();
            buffer_iterator buffer = buffers.begin();
            for (long i = 0; i < buffers.size(); i++, buffer.increment())
                shapes.add(new Tensor(buffer.multiply()).shape());
            return shapes;
        }
    }

    /** None: a TorchScript file tells no shapes. */
    @Override
    public List<Input> inputs() {
        return List.of();
    }

    @Override
    public Map<String, String> texts() {
        try (Scope scope = new Scope()) {
            Map<String, String> found = new HashMap<>();
            for (String name : TEXTS) {
                // of a file without it, libtorch leaves a null
                BytePointer text = about.get(new BytePointer(name));
                if (text != null && !text.getString().isEmpty()) found.put(name, text.getString());
            }
            return found;
        }
    }

    @Override
    public Tensor apply(List<Tensor> inputs) throws IOException {
        IValueVector given = new IValueVector();
        for (Tensor input : inputs) given.push_back(new IValue(input.handle));
        return computed(given, new StringIValueMap(), inputs.toString());
    }

    /** Numbers rounded to whole ones of 8 bits, as pictures have them; from 0 to 255. */
    public static Tensor bytes(Tensor values) {
        return new Tensor(values.handle.round().to(torch.ScalarType.Byte));
    }
}
