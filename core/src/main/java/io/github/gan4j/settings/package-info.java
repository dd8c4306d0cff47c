/**
 * Values that a person writes down, in a plan or on a command line: their limits, their defaults and their words.
 *
 * <p>Uses the glossary and numbers of gan4j alone. What a value means does not belong here.
 */
package io.github.gan4j.settings;
