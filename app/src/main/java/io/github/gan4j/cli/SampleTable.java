package io.github.gan4j.cli;

import java.util.StringJoiner;

/** Samples that are points as a table (CSV), described in docs/formats.md. */
final class SampleTable {
    private SampleTable() {}

    /** @param dimensions of one point */
    static String of(Wanted wanted, float[] values, int dimensions) {
        StringBuilder text = new StringBuilder(wanted.labels().length > 0 ? "seed,label" : "seed");
        for (int d = 0; d < dimensions; d++) text.append(",x").append(d + 1);
        for (int i = 0; i < wanted.size(); i++) {
            StringJoiner row = new StringJoiner(",", "\n", "");
            String name = wanted.names().get(i);
            row.add(wanted.columns() > 0 ? plain(name.substring(name.indexOf('-') + 1)) : plain(name));
            if (wanted.labels().length > 0) row.add(Integer.toString(wanted.labels()[i]));
            for (int d = 0; d < dimensions; d++) row.add(Float.toString(values[i * dimensions + d]));
            text.append(row);
        }
        return text.append('\n').toString();
    }

    private static String plain(String name) {
        return name.replaceFirst("^0+(?=\\d)", "");
    }
}
