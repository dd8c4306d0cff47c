/**
 * Functions with parameters that can be learned: layers, their compositions, and the families that presets name.
 *
 * <p>May use {@code tensor} only. A network does not know whether it is a generator or a discriminator, what it is
 * trained for, or by whom; objectives, optimizers and data do not belong here.
 */
package io.github.gan4j.networks;
