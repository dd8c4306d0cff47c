package io.github.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

class LabelPathsTest {
    /** Whatever is done to the paths: an image gets its own class or the whole is refused by name. */
    @Property(tries = 500)
    void never_another_class(
            @ForAll @Size(min = 1, max = 8) @UniqueElements
                    List<@StringLength(min = 1, max = 6) @CharRange(from = 'a', to = 'd') String> names,
            @ForAll @IntRange(max = 4) int folders,
            @ForAll @IntRange(max = 7) int change,
            @ForAll @IntRange(max = 7) int other,
            @ForAll Random random) {
        List<String> images = names.stream()
                .map(name -> (folders == 0 ? "" : "f" + random.nextInt(folders) + "/") + name + ".png")
                .distinct()
                .toList();
        List<LabelList.Entry> entries = new ArrayList<>();
        for (int i = 0; i < images.size(); i++)
            entries.add(new LabelList.Entry(changed(changed(images.get(i), change), other), "class " + i));
        Collections.shuffle(entries, random);
        try {
            FolderLabels labels =
                    new LabelPaths(new LabelList("labels.csv", entries), images, images).labels(line -> {});
            assertThat(IntStream.of(labels.labels()).mapToObj(labels.names()::get))
                    .isEqualTo(IntStream.range(0, images.size())
                            .mapToObj(i -> "class " + i)
                            .toList());
        } catch (IOException refused) {
            assertThat(refused).hasMessageMatching("labels.csv: has (no label|two classes) for .*");
            assertThat(Set.of(change, other)).as("a change that is not clear").containsAnyOf(6, 7, 5);
        }
    }

    private static String changed(String path, int change) {
        return switch (change) {
            case 1 -> path.replace('/', '\\');
            case 2 -> "./" + path;
            case 3 -> "set/" + path;
            case 4 -> "C:\\data\\" + path;
            case 5 -> path.toUpperCase(Locale.ROOT);
            case 6 -> path.substring(path.lastIndexOf('/') + 1);
            case 7 -> path.replace(".png", "");
            default -> path;
        };
    }
}
