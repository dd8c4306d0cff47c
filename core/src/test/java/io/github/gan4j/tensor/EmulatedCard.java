package io.github.gan4j.tensor;

import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Func;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A graphics card as libtorch's lazy backend plays it on the processor: tensors on it have numbers, and operations with tensors of the
 * processor are refused. While the tests of a class that it extends run, {@link Device#CUDA} means it.
 */
public final class EmulatedCard implements BeforeAllCallback, AfterAllCallback {
    private static final String START = "_ZN5torch4lazy22InitTorchScriptBackendEv";

    static {
        Engine.prepare();
        Pointer start = Loader.addressof(START);
        // JavaCPP's function pointers are structures that begin with the address of the function
        new Func(new LongPointer(start.address(), 0)).call();
    }

    private final boolean profiling = torch.getProfilingMode().get();

    @Override
    public void beforeAll(ExtensionContext tests) {
        // every stretch of operations is computed once: nothing to optimise for
        torch.getProfilingMode().put(false);
        Device.standIn = Optional.of(torch.DeviceType.Lazy);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        torch.getProfilingMode().put(profiling);
        Device.standIn = Optional.empty();
    }
}
