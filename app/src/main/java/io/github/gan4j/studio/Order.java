package io.github.gan4j.studio;

import io.github.gan4j.plan.Plan;

/** A run that somebody asked for with the form. */
record Order(Plan plan, String name) {}
