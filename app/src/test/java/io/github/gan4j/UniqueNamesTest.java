package io.github.gan4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One name, one type, in the library and the application together. */
class UniqueNamesTest {
    @Test
    void no_simple_name_of_a_top_level_type_is_used_twice() {
        Map<String, List<String>> packages = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.gan4j")
                        .stream()
                        .filter(type ->
                                type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName,
                                TreeMap::new,
                                Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        packages.values().removeIf(homes -> homes.size() == 1);
        assertThat(packages).isEmpty();
    }
}
