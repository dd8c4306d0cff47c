package io.github.gan4j.plan;

/** Where a run computes. */
public enum DeviceChoice {
    /** The best device there is. */
    AUTO,
    CPU,
    CUDA,
    MPS
}
