/**
 * Everything a run needs to know, as one immutable tree of records, and the ways to write it down.
 *
 * <p>A {@link io.github.gan4j.plan.Plan} is made from a {@link io.github.gan4j.plan.Draft}, which lays a preset, plan
 * files and single settings over one another. Each record keeps its defaults and its limits beside its components. May
 * use {@code schedule}, {@code files} and Jackson. Nothing here builds networks or opens data: the kinds are named, and
 * the packages above give the names their meaning.
 */
package io.github.gan4j.plan;
