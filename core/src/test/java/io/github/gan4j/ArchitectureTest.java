package io.github.gan4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers and fences of ARCHITECTURE.md. A package that is not in the table fails {@link #every_package_has_its_row}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "io.github.gan4j.";

    /** What each package may use of gan4j; arrows point down only. */
    private static final Map<String, String> MAY_USE = Map.ofEntries(
            Map.entry("glossary", ""),
            Map.entry("settings", "glossary numbers"),
            Map.entry("numbers", ""),
            Map.entry("tensor", "files numbers"),
            Map.entry("files", "numbers"),
            Map.entry("schedule", "settings"),
            Map.entry("networks", "tensor data files settings"),
            Map.entry("game", "networks tensor data files schedule settings"),
            Map.entry("data", "files settings numbers glossary"),
            Map.entry("classifiers", "networks tensor data files settings"),
            Map.entry("plan", "game networks tensor data files schedule settings glossary"),
            Map.entry("train", "game networks tensor data files schedule settings"),
            Map.entry("doctor", "plan game networks tensor data files schedule settings numbers"),
            Map.entry("setup", "train game networks tensor plan data files schedule settings numbers"),
            Map.entry(
                    "model", "classifiers setup train game networks tensor plan data files schedule settings numbers"),
            Map.entry("views", "model setup train game networks tensor plan data files schedule settings numbers"),
            Map.entry(
                    "judging",
                    "model setup metrics classifiers train game networks tensor plan data files schedule settings numbers"),
            Map.entry(
                    "checkup",
                    "doctor model setup train game networks tensor plan data files schedule settings numbers"),
            Map.entry("overview", "model setup train game networks tensor plan data files schedule settings numbers"),
            Map.entry("transfer", "model setup train game networks tensor plan data files schedule settings numbers"),
            Map.entry(
                    "recording",
                    "checkup judging views model setup doctor metrics classifiers train game networks tensor plan data files schedule settings numbers"),
            Map.entry(
                    "run",
                    "recording transfer checkup judging views model setup doctor metrics classifiers train game networks tensor plan data files schedule settings numbers"),
            Map.entry("metrics", "classifiers tensor data files settings numbers glossary"),
            Map.entry(
                    "experiment",
                    "run recording transfer checkup judging views model setup doctor metrics classifiers train game networks tensor plan data files schedule settings numbers glossary"),
            Map.entry(
                    "explore",
                    "model setup metrics classifiers train game networks tensor plan data files schedule settings numbers glossary"),
            Map.entry(
                    "export",
                    "explore model setup metrics classifiers train game networks tensor plan data files schedule settings numbers glossary"),
            Map.entry(
                    "serving",
                    "restore model setup metrics classifiers train game networks tensor plan data files schedule settings numbers"),
            Map.entry("report", "metrics doctor plan data files schedule settings numbers"),
            Map.entry("adversarial", "classifiers networks tensor data files settings numbers glossary"),
            Map.entry(
                    "restore",
                    "model setup metrics classifiers train game networks tensor plan data files schedule settings numbers"));

    private final JavaClasses gan4j = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.gan4j");

    @Test
    void every_package_has_its_row() {
        assertThat(gan4j.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(name -> assertThat(MAY_USE.keySet()).contains(name.substring(ROOT.length())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "glossary",
                "settings",
                "numbers",
                "tensor",
                "files",
                "schedule",
                "networks",
                "game",
                "data",
                "plan",
                "doctor",
                "train",
                "classifiers",
                "metrics",
                "setup",
                "model",
                "views",
                "judging",
                "checkup",
                "transfer",
                "overview",
                "recording",
                "run",
                "experiment",
                "explore",
                "export",
                "adversarial",
                "report",
                "serving",
                "restore"
            })
    void a_package_uses_only_what_lies_below_it(String name) {
        String[] allowed = Stream.concat(
                        Stream.of(name),
                        Arrays.stream(MAY_USE.get(name).split(" ")).filter(other -> !other.isEmpty()))
                .map(other -> ROOT + other)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> elsewhere =
                resideInAnyPackage("io.github.gan4j..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(elsewhere)
                .allowEmptyShould(true)
                .check(gan4j);
    }

    @Test
    void packages_do_not_depend_on_one_another_in_circles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(gan4j);
    }

    @Test
    void only_tensor_knows_the_native_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "tensor")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .check(gan4j);
    }

    @Test
    void only_the_classes_named_after_it_know_onnx_runtime() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.tensor\\.Onnx(Engine|Program)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(gan4j);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base)(\\$.*)?")
                .andShould()
                .haveNameNotMatching(".*[.$]Abstract[^.]*")
                .check(gan4j);
    }
}
