/**
 * The command line: one class per verb, each a thin caller of the library.
 *
 * <p>May use everything below; options that verbs share are in {@code cli.options}, output and Ctrl-C in
 * {@code cli.terminal}. No verb decides anything that a program using the library could not decide as well; asking for help
 * never loads a native library.
 */
package io.github.gan4j.cli;
