package io.github.gan4j.transfer;

import io.github.gan4j.files.StoredTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which arrays of a file are those of a player. By its names, where the file is a checkpoint of gan4j; by the names that a
 * plan gives; otherwise by order and shape: the part of the file whose arrays, one after the other, are those of the player.
 */
final class Names {
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, StoredTensor> stored;

    /** @param assignments {@code ours=theirs} of players or of single arrays */
    Names(List<String> assignments, Map<String, StoredTensor> stored) {
        this.stored = stored;
        for (String assignment : assignments) {
            int sign = assignment.indexOf('=');
            String theirs = assignment.substring(sign + 1).strip();
            if (!stored.containsKey(theirs) && under(theirs).isEmpty())
                throw new IllegalArgumentException("start.names: the file has no '" + theirs + "'; it has "
                        + shortened(stored.keySet().toString()));
            given.put(assignment.substring(0, sign).strip(), theirs);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 297) + "...";
    }

    /** Refuses given names that are those of no player and of no array of one. */
    void requireUsed(List<String> players) {
        given.keySet().forEach(ours -> {
            if (players.stream().noneMatch(player -> ours.equals(player) || ours.startsWith(player + ".")))
                throw new IllegalArgumentException("start.names: there is no player or array '" + ours
                        + "'; players are " + String.join(", ", players));
        });
    }

    /** @param wanted the shapes of the player's arrays by name, in the order of its layers */
    Match match(String player, Map<String, long[]> wanted) {
        for (String ours : given.keySet())
            if (ours.startsWith(player + ".") && !wanted.containsKey(ours.substring(player.length() + 1)))
                throw new IllegalArgumentException(
                        "start.names: " + player + " has no array '" + ours.substring(player.length() + 1)
                                + "'; it has " + shortened(wanted.keySet().toString()));
        if (given.keySet().stream().anyMatch(ours -> ours.startsWith(player + ".")))
            return byGivenNames(player, wanted);
        if (given.containsKey(player)) return byOrder(player, wanted, under(given.get(player)));
        for (String owner : owners(player))
            if (wanted.keySet().stream().anyMatch(name -> stored.containsKey(owner + "." + name)))
                return byOwnNames(player, owner, wanted);
        return byOrder(player, wanted);
    }

    /** A player of a team may start from one that is alone, and one that is alone from the first of a team. */
    private static List<String> owners(String player) {
        return List.of(player, player.replaceAll("\\d+$", ""), player + "1");
    }

    private Match byGivenNames(String player, Map<String, long[]> wanted) {
        Map<String, String> names = new LinkedHashMap<>();
        wanted.keySet().forEach(name -> {
            String theirs = given.get(player + "." + name);
            if (theirs != null) names.put(name, theirs);
        });
        return paired(player, wanted, names, List.of());
    }

    private Match byOwnNames(String player, String owner, Map<String, long[]> wanted) {
        Map<String, String> names = new LinkedHashMap<>();
        wanted.keySet().forEach(name -> names.put(name, owner + "." + name));
        List<String> more = stored.keySet().stream()
                .filter(name -> name.startsWith(owner + ".")
                        && !name.startsWith(owner + ".average.")
                        && !name.startsWith(owner + ".optimizer.")
                        && !names.containsValue(name))
                .toList();
        return paired(player, wanted, names, more);
    }

    private Match byOrder(String player, Map<String, long[]> wanted) {
        List<Match> whole = new ArrayList<>();
        Set<List<String>> tried = new LinkedHashSet<>();
        Optional<Match> nearest = Optional.empty();
        for (String part : parts()) {
            List<String> names = under(part);
            if (!tried.add(names)) continue;
            Match match = byOrder(player, wanted, names);
            if (match.misfits().isEmpty()) whole.add(match);
            if (nearest.isEmpty()
                    || match.pairs().size() > nearest.get().pairs().size()) nearest = Optional.of(match);
        }
        if (whole.size() > 1)
            throw new IllegalArgumentException("several parts of the file fit the " + player + ", such as those with "
                    + whole.get(0).pairs().values().iterator().next().stored() + " and "
                    + whole.get(1).pairs().values().iterator().next().stored() + "; choose one, as in start.names=["
                    + player + "=NAME]");
        return whole.isEmpty() ? nearest.orElseGet(() -> byOrder(player, wanted, List.of())) : whole.get(0);
    }

    private Match byOrder(String player, Map<String, long[]> wanted, List<String> theirs) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> ours = List.copyOf(wanted.keySet());
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) names.put(ours.get(i), theirs.get(i));
        List<String> more = theirs.size() > ours.size() ? theirs.subList(ours.size(), theirs.size()) : List.of();
        return paired(player, wanted, names, more);
    }

    private Match paired(String player, Map<String, long[]> wanted, Map<String, String> names, List<String> more) {
        Map<String, Match.Pair> pairs = new LinkedHashMap<>();
        List<String> misfits = new ArrayList<>();
        wanted.forEach((name, shape) -> {
            String theirs = names.getOrDefault(name, "");
            StoredTensor tensor = stored.get(theirs);
            Optional<Relayout> relayout =
                    tensor == null || !tensor.isFloating() ? Optional.empty() : Relayout.of(tensor.shape(), shape);
            if (relayout.isPresent()) pairs.put(name, new Match.Pair(theirs, relayout.get()));
            else
                misfits.add(player + "." + name + " " + Arrays.toString(shape)
                        + (tensor == null ? " is not there" : ", there " + theirs + " " + tensor));
        });
        more.forEach(name -> misfits.add(name + " " + stored.get(name) + " is there only"));
        return new Match(player, wanted.size(), pairs, misfits);
    }

    /** Every part of the file: all of it, and what is under any beginning of a name. */
    private Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>(List.of(""));
        for (String name : stored.keySet())
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
                parts.add(name.substring(0, dot));
        return parts;
    }

    /** The arrays of numbers under a beginning, in order; counts, such as those of batches, are none. */
    private List<String> under(String part) {
        return stored.keySet().stream()
                .filter(name -> part.isEmpty() || name.startsWith(part + "."))
                .filter(name -> stored.get(name).isFloating())
                .toList();
    }
}
