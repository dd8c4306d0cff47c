package io.github.gan4j.data;

/** The two parts in which published data sets come: one to learn from, one to judge with. */
public enum Part {
    TRAIN,
    TEST
}
