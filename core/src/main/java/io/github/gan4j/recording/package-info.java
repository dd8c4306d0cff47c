/**
 * What a training leaves in its run folder while it goes on: events, pictures, checkpoints, the best moment, plots.
 *
 * <p>May use {@code checkup}, {@code judging}, {@code views} and below. Whether a training is started, resumed or ended, and
 * what is done about a diagnosis, belongs to {@code run}; what samples look like to {@code views}, how good they are to
 * {@code judging}.
 */
package io.github.gan4j.recording;
