/**
 * The studio: a local web page that watches, steers, explores and compares runs, and fools classifiers.
 * {@link io.github.gan4j.studio.Studio} serves it; the page itself lies in the resources, plain files without a build
 * step.
 *
 * <p>May use everything of the library. Pages of runs read run folders and nothing else; only what acts on a training,
 * asks a generator or attacks a classifier loads native code. What a program using the library might want to know about
 * a run does not belong here.
 */
package io.github.gan4j.studio;
