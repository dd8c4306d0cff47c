package io.github.gan4j.transfer;

import java.util.List;
import java.util.Map;

/**
 * The arrays of a file that become those of a player.
 *
 * @param player its name
 * @param wanted how many arrays it has
 * @param pairs by the names of its own arrays
 * @param misfits its arrays that nothing fits, and those in the file that fit nothing, each with the reason
 */
record Match(String player, int wanted, Map<String, Pair> pairs, List<String> misfits) {
    /** @param stored the name in the file */
    record Pair(String stored, Relayout relayout) {}
}
