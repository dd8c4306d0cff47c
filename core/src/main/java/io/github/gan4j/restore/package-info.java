/**
 * People's own images restored and enlarged by the generator of a run: cut into tiles that are blended without seams,
 * files and folders of them, and how close the result is to an original that is known.
 *
 * <p>May use {@code run} and everything below. How generators learn to restore does not belong here.
 */
package io.github.gan4j.restore;
