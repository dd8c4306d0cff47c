package io.github.gan4j.doctor;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is looked at for one illness.
 *
 * @param finding nothing where the numbers for it were not recorded
 */
record Symptom(Illness illness, Function<Window, Optional<Finding>> finding) {}
