/**
 * Runs in short, side by side and as tables: what their folders say, for programs, people and the studio alike. What a run
 * looks like on a page belongs into {@code report}, taking measurements into {@code judging} and {@code checkup}.
 */
package io.github.gan4j.overview;
