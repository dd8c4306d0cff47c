/**
 * A run as one self-contained HTML page: {@link io.github.gan4j.report.Report}.
 *
 * <p>May use {@code doctor} and what lies below it. It reads run folders and nothing else; what the samples look like is
 * decided where they are recorded.
 */
package io.github.gan4j.report;
