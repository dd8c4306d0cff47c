/**
 * A plan made real: the players, the rules and the data that it names, a training of them, and the run folder that the
 * training leaves behind.
 *
 * <p>May use everything below it. The run folder is the only thing that others read of a run. What one does with a
 * trained generator beyond taking samples, and how good it is, do not belong here; nor does talking to people, except
 * for one-line notices.
 */
package io.github.gan4j.run;
