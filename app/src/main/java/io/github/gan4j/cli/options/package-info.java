/**
 * Options and parameters that several verbs share, as mixins, and the conversion of their texts to values.
 *
 * <p>May use the library. What a verb does with an option does not belong here.
 */
package io.github.gan4j.cli.options;
