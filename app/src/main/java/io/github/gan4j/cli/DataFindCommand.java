package io.github.gan4j.cli;

import io.github.gan4j.data.DataFolders;
import io.github.gan4j.data.DataFolders.Place;
import io.github.gan4j.data.NamedSet;
import io.github.gan4j.glossary.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gan4j data find}: where published sets are looked for, and what is there. */
@Command(
        name = "find",
        description = "Show where published sets are looked for and what was found.",
        footer = {
            "",
            "GAN4J_DATA names the folder to look in, which many people may share; without it these are data in",
            "the working folder and .gan4j/data in the home folder. Nothing is ever downloaded."
        })
final class DataFindCommand extends Verb {
    @Parameters(paramLabel = "SET", arity = "0..1", description = "A set by name (default: all).")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        DataFolders folders = DataFolders.usual();
        screen.say("looked for in " + folders.reason() + ":");
        for (Path root : folders.roots())
            screen.say("  " + root.toAbsolutePath().normalize() + (Files.isDirectory(root) ? "" : " (not there)"));
        boolean found = false;
        for (NamedSet set : name.map(DataFindCommand::known).orElseGet(NamedSet::all))
            found |= show(set, folders.places(set));
        return found ? 0 : 1;
    }

    private static List<NamedSet> known(String name) {
        return List.of(NamedSet.named(name)
                .orElseThrow(() -> new IllegalArgumentException(Suggestions.unknown(
                        "set", name, NamedSet.all().stream().map(NamedSet::name).toList()))));
    }

    private boolean show(NamedSet set, List<Place> places) {
        if (places.isEmpty()) screen.say("%s: not found; published at %s", set.name(), set.home());
        for (Place place : places)
            screen.say(
                    "%s: %s%s",
                    set.name(),
                    place.folder().toAbsolutePath().normalize(),
                    place.missing().isEmpty() ? "" : ", without " + String.join(", ", place.missing()));
        return places.stream().anyMatch(place -> place.missing().isEmpty());
    }
}
