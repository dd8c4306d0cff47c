package io.github.gan4j.tensor;

import java.nio.file.Path;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;

/** TorchScript files for tests, from source. */
public final class ScriptFile {
    private ScriptFile() {}

    public static Path write(Path target, String forward) {
        try (Scope scope = new Scope()) {
            JitModule module = new JitModule(new QualifiedName("Tried"));
            module.define(forward);
            module.save(target.toString());
            return target;
        }
    }
}
