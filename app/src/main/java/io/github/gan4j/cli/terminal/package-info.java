/**
 * The terminal: output of a verb, notices, the progress of a training, and Ctrl-C.
 *
 * <p>May use the library and {@code studio}. Options do not belong here.
 */
package io.github.gan4j.cli.terminal;
