/**
 * Parquet files read by Hardwood: its parsers and decoders of pages, one page at a time on the caller's thread, with bounds on
 * everything that a damaged file may claim. Uses {@code files} only. What columns mean does not belong here.
 */
package io.github.gan4j.parquet;
