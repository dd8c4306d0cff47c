package io.github.gan4j.experiment;

import java.util.List;

/**
 * A line of a published table.
 *
 * @param cells one for each measure of the benchmark, as they were printed; empty where there is none
 */
record Row(String name, List<String> cells) {
    Row {
        cells = List.copyOf(cells);
    }

    static Row of(String name, String... cells) {
        return new Row(name, List.of(cells));
    }
}
