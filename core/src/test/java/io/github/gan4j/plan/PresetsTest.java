package io.github.gan4j.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.settings.Settings;
import io.github.gan4j.settings.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
    static List<String> names() {
        return Presets.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_preset_is_a_valid_plan_with_its_name_and_a_line_about_it(String name) {
        Plan plan = Presets.read(name);
        assertThat(plan.name()).isEqualTo(name);
        assertThat(plan.about()).isNotBlank().hasSizeLessThan(100);
        assertThat(Presets.tree(name).path("about").textValue()).isEqualTo(plan.about());
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_file_begins_with_comments_that_state_its_command(String name) {
        List<String> head = Presets.text(name)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .toList();
        assertThat(head).hasSizeGreaterThanOrEqualTo(2).allMatch(line -> line.startsWith("# "));
        String usual = name.equals(Presets.USUAL) ? "" : " " + name;
        assertThat(head)
                .anyMatch(line -> line.matches(
                        "# Command: \\./gan4j train" + usual + "\\b.*|# Command: \\./gan4j train" + usual));
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_written_of_a_preset_is_read_as_the_same_plan(String name) {
        Plan plan = Presets.read(name);
        assertThat(Draft.empty().over(plan.toYaml()).plan()).isEqualTo(plan);
        assertThat(Settings.read(Plan.class, Settings.write(plan))).isEqualTo(plan);
        assertThat(Draft.of(plan).plan()).isEqualTo(plan);
        assertThat(Plan.differences(plan, Draft.empty().over(plan.toYaml()).plan()))
                .isEmpty();
    }

    /** A key that its base or the defaults say already would have to be changed twice. */
    @ParameterizedTest
    @MethodSource("names")
    void every_key_of_a_file_has_an_effect(String name) {
        ObjectNode tree = Presets.tree(name);
        Plan plan = plan(tree).orElseThrow();
        List<String> idle = new ArrayList<>();
        removals(tree, "", tree, plan, idle);
        assertThat(idle).isEmpty();
    }

    private static void removals(ObjectNode all, String path, JsonNode here, Plan plan, List<String> idle) {
        if (here instanceof ObjectNode keys)
            for (String key : names(keys)) {
                JsonNode value = keys.remove(key);
                if (plan(all).equals(Optional.of(plan))) idle.add(path + key);
                keys.set(key, value);
                removals(all, path + key + ".", value, plan, idle);
            }
        else if (here instanceof ArrayNode list)
            for (int i = 0; i < list.size(); i++) removals(all, path + i + ".", list.get(i), plan, idle);
    }

    private static List<String> names(ObjectNode keys) {
        List<String> names = new ArrayList<>();
        keys.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The plan of a file with these keys; nothing where they do not make one. */
    private static Optional<Plan> plan(ObjectNode tree) {
        try {
            return Optional.of(Draft.empty().over(Yaml.text(tree)).plan());
        } catch (IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    /** Wherever a value stands in what is written, its path leads there and nowhere else. */
    @ParameterizedTest
    @MethodSource("names")
    void every_value_of_a_whole_plan_is_set_by_its_path_and_changes_that_alone(String name) {
        Plan plan = Presets.read(name);
        Draft draft = Draft.of(plan);
        int changed = 0;
        for (Map.Entry<String, JsonNode> leaf :
                leaves("", Settings.write(plan), new LinkedHashMap<>()).entrySet()) {
            String path = leaf.getKey();
            JsonNode value = leaf.getValue();
            assertThat(draft.set(path, Yaml.inline(value)).plan()).as(path).isEqualTo(plan);
            for (String other : others(value)) {
                Optional<Plan> with = plan(draft, path, other);
                if (with.isEmpty() || other.equals(value.asText())) continue;
                assertThat(Plan.differences(plan, with.get()))
                        .as(path + "=" + other)
                        .singleElement()
                        .asString()
                        .startsWith(path + ": ");
                changed++;
                break;
            }
        }
        assertThat(changed).isGreaterThan(20);
    }

    private static Map<String, JsonNode> leaves(String path, JsonNode here, Map<String, JsonNode> found) {
        if (here.isContainerNode() && !here.isEmpty()) {
            if (here instanceof ObjectNode keys)
                for (String key : names(keys)) leaves(path.isEmpty() ? key : path + "." + key, keys.get(key), found);
            else for (int i = 0; i < here.size(); i++) leaves(path + "." + i, here.get(i), found);
        } else found.put(path, here);
        return found;
    }

    /** Values that may be allowed in the place of another and have an effect. */
    private static List<String> others(JsonNode value) {
        if (value.isBoolean()) return List.of(Boolean.toString(!value.booleanValue()));
        if (value.isIntegralNumber())
            return List.of(Long.toString(value.longValue() + 1), Long.toString(value.longValue() * 2 + 3), "5", "1");
        return value.isNumber() ? List.of(Double.toString(value.doubleValue() * 0.75 + 0.01), "0.5") : List.of();
    }

    private static Optional<Plan> plan(Draft draft, String path, String value) {
        try {
            return Optional.of(draft.set(path, value).plan());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Test
    void the_plan_of_strokes_has_60_lines_at_most() {
        String yaml = Presets.read("strokes").toYaml();
        assertThat(yaml.lines().count()).isLessThanOrEqualTo(60);
        assertThat(yaml.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void a_base_is_a_preset_that_is_laid_below() {
        for (String name : names()) {
            JsonNode base = Presets.tree(name).path("base");
            if (!base.isMissingNode())
                assertThat(names()).contains(base.asText()).doesNotContain(name + base);
        }
        assertThat(Presets.read("mnist-duel").generator())
                .isEqualTo(Presets.read("mnist-dcgan").generator());
        assertThat(Presets.read("mnist-duel").batchSize()).isEqualTo(96);
        assertThat(Presets.tree("mnist-duel").path("base").asText()).isEqualTo("mnist-dcgan");
    }

    @Test
    void every_preset_is_in_a_document_that_people_write() throws IOException {
        StringBuilder documents = new StringBuilder(Files.readString(Path.of("../README.md")));
        try (Stream<Path> pages = Files.list(Path.of("../docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md") && !file.endsWith("glossary.md"))
                    .toList()) documents.append(Files.readString(page));
        }
        assertThat(Presets.names())
                .allSatisfy(name -> assertThat(documents.toString()).containsPattern("[`\\s]" + name + "[`\\s,;:]"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_list_shows_every_preset_with_its_group_and_a_short_time(String name) {
        PresetEntry entry = PresetEntry.of(name);
        assertThat(entry.time().orElse("")).hasSizeLessThan(25);
        assertThat(entry.group() == PresetEntry.Group.FAILURES).isEqualTo(name.startsWith("ill-"));
        assertThat(PresetEntry.all()).contains(entry).hasSameSizeAs(Presets.names());
    }

    @Test
    void the_default_preset_needs_no_data() {
        assertThat(Presets.names()).first().isEqualTo("strokes").isEqualTo(Presets.USUAL);
        assertThat(Presets.read("strokes").data().needsPath()).isFalse();
    }

    @Test
    void an_unknown_preset_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Presets.read("mnist"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown preset 'mnist'; did you mean 'mnist-dcgan'? (gan4j presets lists all "
                        + Presets.names().size() + ")");
        assertThatThrownBy(() -> Presets.read("stroke"))
                .hasMessageStartingWith("unknown preset 'stroke'; did you mean 'strokes'? (");
        assertThatThrownBy(() -> Presets.read("xyzzy"))
                .hasMessage("unknown preset 'xyzzy' (gan4j presets lists all "
                        + Presets.names().size() + ")");
    }
}
