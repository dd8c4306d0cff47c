package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        this.about = owned(() -> new ExtraFilesMap().put(new BytePointer(ABOUT), new BytePointer("")));
        this.module = owned(() -> {
            JitModule read = torch.load(file.toString(), new DeviceOptional(Device.CPU.handle()), about, true);
            read.eval();
            return read;
        });
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
            // of a file without it, libtorch leaves a null
            BytePointer text = about.get(new BytePointer(ABOUT));
            return text == null || text.getString().isEmpty() ? Map.of() : Map.of(ABOUT, text.getString());
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
