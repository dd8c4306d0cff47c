/**
 * The command line: one class a verb, each a thin caller of the library.
 *
 * <p>May use everything below. Options shared by verbs are mixins. No verb decides anything that a program using the
 * library could not decide as well; asking for help never loads a native library.
 */
package io.github.gan4j.cli;
