/**
 * Formats on disk: pictures, animations, charts, safetensors, JSON lines, YAML, checksums, and the run folder with its
 * checkpoints. Every reader bounds what it allocates by what the file really holds, and every writer replaces its
 * target whole or not at all.
 *
 * <p>May use: {@code numbers}, the JDK, Jackson, XChart, mfl-core, commons-compress, protobuf-java. Does not belong here: tensors, what a plan means, how samples are prepared.
 */
package io.github.gan4j.files;
