/**
 * From a plan to a training: its data opened, what it leaves open filled in, and the players, rules and data that it
 * names put together.
 *
 * <p>May use everything that a training is made of: {@code plan}, {@code train}, {@code game}, {@code networks},
 * {@code data}. Run folders and checkpoints do not belong here, nor does running the training.
 */
package io.github.gan4j.setup;
