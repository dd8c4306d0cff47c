/**
 * The words of the field, what gan4j calls them, and the nearest known word to one that is unknown.
 *
 * <p>May use the JDK and Jackson. Whatever knows plans, verbs or metrics does not belong here: callers bring their own lists of names.
 */
package io.github.gan4j.glossary;
