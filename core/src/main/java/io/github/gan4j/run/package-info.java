/**
 * A training from start to end in its run folder: started, resumed, branched, gone back, stopped. {@code recording} writes it down.
 *
 * <p>May use everything below it. The run folder is the only thing that others read of a run. Putting a training together
 * belongs to {@code setup}, using a trained model to {@code model}; nor does talking to people belong here, except for
 * one-line notices.
 */
package io.github.gan4j.run;
