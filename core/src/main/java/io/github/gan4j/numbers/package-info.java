/**
 * Plain arithmetic on arrays of numbers: sample statistics, permutations, the normal distribution and
 * Student's, the cubic kernel of resampling.
 *
 * <p>Uses nothing of gan4j and has no memory of its own. What a number means does not belong here, nor do tensors.
 */
package io.github.gan4j.numbers;
