package io.github.gan4j.plan;

/** The numbers a run multiplies with; parameters are always kept in 32 bits. */
public enum PrecisionChoice {
    /** {@code bf16} where the processor has it in hardware, else {@code fp32}. */
    AUTO,
    FP32,
    BF16
}
