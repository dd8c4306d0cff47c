package io.github.gan4j.tensor;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live and are computed. */
public enum Device {
    CPU,
    CUDA,
    MPS;

    /**
     * The device that a plan names: {@code auto}, {@code cpu}, {@code cuda} or {@code mps}; {@code auto} takes CUDA
     * where it works, else the CPU.
     *
     * @throws IllegalArgumentException when the name is unknown or this machine has no such device
     */
    public static Device named(String name) {
        Engine.prepare();
        return switch (name) {
            case "auto" -> torch.cuda_is_available() ? CUDA : CPU;
            case "cpu" -> CPU;
            case "cuda" -> require(CUDA, torch.cuda_is_available());
            case "mps" -> require(MPS, torch.hasMPS());
            default ->
                throw new IllegalArgumentException(
                        "unknown device '" + name + "'; known devices: auto, cpu, cuda, mps");
        };
    }

    private static Device require(Device device, boolean present) {
        if (present) return device;
        throw new IllegalArgumentException("device '" + device.name().toLowerCase(Locale.ROOT)
                + "' is not available on this machine or in this build; use auto or cpu");
    }

    org.bytedeco.pytorch.Device handle() {
        return new org.bytedeco.pytorch.Device(
                switch (this) {
                    case CPU -> torch.DeviceType.CPU;
                    case CUDA -> torch.DeviceType.CUDA;
                    case MPS -> torch.DeviceType.MPS;
                });
    }

    torch.DeviceType type() {
        return switch (this) {
            case CPU -> torch.DeviceType.CPU;
            case CUDA -> torch.DeviceType.CUDA;
            case MPS -> torch.DeviceType.MPS;
        };
    }
}
