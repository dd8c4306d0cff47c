package io.github.gan4j.tensor;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live and are computed. */
public enum Device {
    CPU,
    CUDA,
    MPS;

    /** What {@link #CUDA} is where no card is: tests of placement put another backend of libtorch here. */
    static volatile Optional<torch.DeviceType> standIn = Optional.empty();

    /**
     * The device that a plan names: {@code auto}, {@code cpu}, {@code cuda} or {@code mps}; {@code auto} takes CUDA where it
     * works, else MPS, else the CPU.
     *
     * @throws IllegalArgumentException when the name is unknown or this machine has no such device
     */
    public static Device named(String name) {
        Engine.prepare();
        return switch (name) {
            case "auto" -> hasCuda() ? CUDA : torch.hasMPS() ? MPS : CPU;
            case "cpu" -> CPU;
            case "cuda" -> require(CUDA, hasCuda());
            case "mps" -> require(MPS, torch.hasMPS());
            default ->
                throw new IllegalArgumentException(
                        "unknown device '" + name + "'; known devices: auto, cpu, cuda, mps");
        };
    }

    private static boolean hasCuda() {
        return standIn.isPresent() || torch.cuda_is_available();
    }

    private static Device require(Device device, boolean present) {
        if (present) return device;
        String why = device == CUDA
                ? torch.hasCUDA()
                        ? "no NVIDIA card answers on this machine"
                        : "this build has no CUDA, or CUDA is not installed (see docs/troubleshooting.md, NVIDIA cards)"
                : "this machine, or this build, has none";
        throw new IllegalArgumentException("device '" + device.name().toLowerCase(Locale.ROOT) + "' is not available: "
                + why + "; use auto or cpu");
    }

    org.bytedeco.pytorch.Device handle() {
        return new org.bytedeco.pytorch.Device(type());
    }

    torch.DeviceType type() {
        return switch (this) {
            case CPU -> torch.DeviceType.CPU;
            case CUDA -> standIn.orElse(torch.DeviceType.CUDA);
            case MPS -> torch.DeviceType.MPS;
        };
    }
}
