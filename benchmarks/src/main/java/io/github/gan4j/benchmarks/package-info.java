/**
 * How fast gan4j is, measured in pairs in one process: against the same step written directly on libtorch, a won game
 * against a fresh one, the rates that the presets promise, and what the studio's
 * pages cost; and the golden record, which shows that a change moved no bit. It may use everything and nothing uses it. What decides
 * right or wrong belongs into tests.
 */
package io.github.gan4j.benchmarks;
