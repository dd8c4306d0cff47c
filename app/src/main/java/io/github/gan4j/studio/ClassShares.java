package io.github.gan4j.studio;

import java.util.Map;
import java.util.TreeMap;

/** How much of each class a generator is told: {@code 3} for one class, {@code 3:0.5,7:0.5} for a mixture. */
record ClassShares(Map<Integer, Double> shares) {
    /** @throws IllegalArgumentException when it is written otherwise */
    static ClassShares of(String text) {
        Map<Integer, Double> shares = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[] {"0"} : text.split(",", 50)) {
            if (!part.matches("\\d{1,4}(:[0-9.]{1,8})?"))
                throw new IllegalArgumentException("classes are written like 3 or 3:0.5,7:0.5, got '" + text + "'");
            String[] both = part.split(":");
            shares.put(Integer.parseInt(both[0]), both.length == 1 ? 1 : Double.parseDouble(both[1]));
        }
        return new ClassShares(shares);
    }

    /** The class with the largest share. */
    int largest() {
        return shares.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** One row per sample; nothing where there are no classes. */
    float[] rows(int classes, int count) {
        float[] rows = new float[classes * count];
        if (classes == 0) return rows;
        shares.forEach((label, share) -> {
            if (label >= classes)
                throw new IllegalArgumentException(
                        "a class of this generator is within 0 and " + (classes - 1) + ", got " + label);
            for (int i = 0; i < count; i++) rows[i * classes + label] = share.floatValue();
        });
        return rows;
    }
}
