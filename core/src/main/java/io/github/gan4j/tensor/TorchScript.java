package io.github.gan4j.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.StringIValueMap;
import org.bytedeco.pytorch.global.torch;

/**
 * A function from tensors to tensors that comes as a TorchScript file, computed on the CPU in evaluation mode. Such a
 * file is a program: only those from people you trust should be read.
 */
public final class TorchScript extends NativeOwner implements NetworkFile {
    private final Path file;
    private final JitModule module;

    private TorchScript(Path file) {
        this.file = file;
        this.module = owned(() -> {
            JitModule read = torch.load(file.toString(), new DeviceOptional(Device.CPU.handle()), true);
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
            throw new IOException(
                    file + ": is not a TorchScript file that this libtorch can read: "
                            + TensorException.firstLine(cause),
                    cause);
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
        try {
            IValue given = module.get_method("forward").apply(new IValueVector(new IValue(input.handle)), named);
            if (given.isTuple()) given = given.toTuple().elements().get(0);
            return new Tensor(given.toTensor());
        } catch (RuntimeException cause) {
            throw new IOException(
                    file + ": cannot compute with " + input + ": " + TensorException.firstLine(cause), cause);
        }
    }

    /** Numbers rounded to whole ones of 8 bits, as pictures have them; from 0 to 255. */
    public static Tensor bytes(Tensor values) {
        return new Tensor(values.handle.round().to(torch.ScalarType.Byte));
    }
}
