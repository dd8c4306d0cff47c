/**
 * Trained models that answer requests of many threads: a bounded queue, a model for each worker, requests that wait
 * answered in one batch.
 *
 * <p>Uses {@code model} and what lies below it. HTTP does not belong here.
 */
package io.github.gan4j.serving;
