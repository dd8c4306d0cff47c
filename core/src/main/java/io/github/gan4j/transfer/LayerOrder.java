package io.github.gan4j.transfer;

import java.util.Comparator;
import java.util.List;

/**
 * The order of arrays in a network, as far as names tell: layers by number, within a layer the weight before the bias
 * before the statistics before all else. Files of the safetensors format have no order of their own.
 */
final class LayerOrder implements Comparator<String> {
    private static final List<String> ROLES = List.of("weight", "bias", "running_mean", "running_var");

    @Override
    public int compare(String one, String other) {
        String[] left = one.split("\\."), right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = part(left[i], right[i]);
            if (order != 0) return order;
        }
        return left.length != right.length ? left.length - right.length : one.compareTo(other);
    }

    private static int part(String one, String other) {
        boolean numbers = one.matches("\\d{1,9}") && other.matches("\\d{1,9}");
        if (numbers) return Integer.compare(Integer.parseInt(one), Integer.parseInt(other));
        int order = Integer.compare(role(one), role(other));
        return order != 0 ? order : one.compareTo(other);
    }

    private static int role(String word) {
        int role = ROLES.indexOf(word);
        return role >= 0 ? role : ROLES.size();
    }
}
