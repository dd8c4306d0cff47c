/**
 * Trained models over HTTP: samples of generators, restored, upscaled and redrawn images. The pools that compute are those
 * of the library ({@code serving}); the page belongs to {@code studio}.
 */
package io.github.gan4j.serve;
