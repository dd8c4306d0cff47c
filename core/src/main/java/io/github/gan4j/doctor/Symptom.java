package io.github.gan4j.doctor;

import java.util.Optional;
import java.util.function.Function;

/**
 * The test for one illness.
 *
 * @param finding nothing where its signals were not recorded
 */
record Symptom(Illness illness, Function<Window, Optional<Finding>> finding) {}
