package io.github.gan4j.export;

import io.github.gan4j.model.TorchCall;
import io.github.gan4j.tensor.RecordedConstant;
import io.github.gan4j.tensor.RecordedInput;
import io.github.gan4j.tensor.TorchScriptWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program in TorchScript. Where weights have 16 bits, arithmetic still has 32. */
final class ScriptPrinter {
    private static final String INDENT = "    ";

    private ScriptPrinter() {}

    static void write(Path file, Program program, boolean half, Map<String, String> texts) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        program.inputs().forEach(input -> names.put(input.number(), input.name()));
        Map<String, RecordedConstant> numbers = new LinkedHashMap<>();
        StringBuilder source = new StringBuilder("def forward(self, "
                + program.inputs().stream().map(RecordedInput::name).collect(Collectors.joining(", ")) + "):\n");
        for (RecordedConstant constant : program.constants()) {
            String plain = "p_" + constant.name().replaceAll("\\W", "_");
            String name = numbers.containsKey(plain) ? plain + "_" + constant.number() : plain;
            numbers.put(name, constant);
            names.put(constant.number(), half ? name : "self." + name);
            if (half) source.append(INDENT + name + " = torch.to(self." + name + ", dtype=6)\n");
        }
        List<TorchCall> calls = TorchPrinter.printed(program, names);
        calls.forEach(call -> source.append(INDENT).append(call.line()).append('\n'));
        String last = calls.isEmpty()
                ? names.get(program.output())
                : calls.get(calls.size() - 1).result();
        TorchScriptWriter.write(
                file, source.append(INDENT + "return " + last + "\n").toString(), numbers, half, texts);
    }
}
