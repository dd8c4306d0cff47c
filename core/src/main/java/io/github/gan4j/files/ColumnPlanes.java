package io.github.gan4j.files;

/** Channel planes written column by column, as MATLAB does, made into planes written row by row. */
final class ColumnPlanes {
    private ColumnPlanes() {}

    /** Square planes of {@code side} pixels; the array given is not changed. */
    static byte[] toRows(byte[] columns, int side) {
        byte[] rows = new byte[columns.length];
        int plane = side * side;
        for (int start = 0; start < rows.length; start += plane)
            for (int y = 0; y < side; y++)
                for (int x = 0; x < side; x++) rows[start + y * side + x] = columns[start + x * side + y];
        return rows;
    }
}
