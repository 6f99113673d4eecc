package io.crewsmith.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.crewsmith.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.annotation.KafkaListener;

/** Holds the code against the picture in the README: eight services that know each other only by their topics. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTests {

    private static final List<String> SERVICES =
            List.of("agent", "generator", "validator", "review", "git", "deployment", "gateway");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.crewsmith");

    @ParameterizedTest
    @ValueSource(strings = {"agent", "generator", "validator", "review", "git", "deployment", "gateway"})
    void aServiceKnowsNoOtherService(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> "io.crewsmith.%s..".formatted(other))
                .toArray(String[]::new);

        check(noClasses()
                .that()
                .resideInAPackage("io.crewsmith.%s..".formatted(service))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "generator", "validator", "review", "git", "deployment", "gateway"})
    void theModelOfAServiceKnowsNeitherItsEdgesNorAFramework(String service) {
        String model = "io.crewsmith.%s.model..".formatted(service);

        check(classes()
                .that()
                .resideInAPackage(model)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        model,
                        "java..",
                        "org.jspecify..",
                        "io.crewsmith.catalogue",
                        "io.crewsmith.python..",
                        "io.crewsmith.reader..",
                        "com.google.re2j..",
                        "org.yaml.snakeyaml..")));
    }

    @Test
    void theEdgesOfAServiceAreNobodyElsesBusiness() {
        check(classes()
                .that(resideInAnyPackage(SERVICES.stream()
                        .map(service -> "io.crewsmith." + service)
                        .toArray(String[]::new)))
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .notBePublic());
    }

    @Test
    void theCatalogueIsPureJava() {
        check(classes()
                .that()
                .resideInAPackage("io.crewsmith.catalogue")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.crewsmith.catalogue", "java..", "org.jspecify..", "org.apache.commons.text..")));
    }

    @Test
    void theReaderKnowsTheCatalogueAndTheParserAndNothingOfTheWriter() {
        check(classes()
                .that()
                .resideInAPackage("io.crewsmith.reader..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.crewsmith.reader..",
                        "io.crewsmith.catalogue..",
                        "io.crewsmith.python..",
                        "java..",
                        "org.jspecify..")));
        check(noClasses()
                .that()
                .resideInAPackage("io.crewsmith.generator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.crewsmith.reader.."));
    }

    @Test
    void thePlatformKnowsNoService() {
        check(noClasses()
                .that()
                .resideInAPackage("io.crewsmith.platform..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.crewsmith..")
                        .and(not(resideInAnyPackage(
                                "io.crewsmith.platform..", "io.crewsmith.schemas..", "io.crewsmith.events..")))));
    }

    @Test
    void theSchemasImportNothingOfOurs() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.crewsmith.schemas..", "io.crewsmith.events..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.crewsmith..")
                        .and(not(resideInAnyPackage("io.crewsmith.schemas..", "io.crewsmith.events..")))));
    }

    @Test
    void onlyListenersListen() {
        ArchRule rule = methods()
                .that()
                .areAnnotatedWith(KafkaListener.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*(Listener|Lane)");

        rule.check(classes);
    }

    @Test
    void whatIsListenedToIsInTheCatalogueOfTopics() {
        for (JavaClass type : classes) {
            type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(KafkaListener.class))
                    .flatMap(method -> Arrays.stream(
                            method.getAnnotationOfType(KafkaListener.class).topics()))
                    .forEach(topic -> assertThat(Topics.all())
                            .as("%s listens to a known topic", type.getName())
                            .anyMatch(known -> known.name().equals(topic)));
        }
    }

    @Test
    void namesSaySomething() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto"));
    }

    @Test
    void everyRoomSaysWhatItIsForAndWhereNullMayBe() {
        List<JavaPackage> rooms = classes.stream()
                .filter(type -> !type.getPackageName().startsWith("io.crewsmith.events"))
                .map(JavaClass::getPackage)
                .distinct()
                .toList();

        assertThat(rooms)
                .hasSizeGreaterThan(SERVICES.size())
                .allSatisfy(room -> assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked", room.getName())
                        .isTrue());
    }

    /** Fails also if the rule saw no class at all: ArchUnit refuses a rule whose subject is empty. */
    private void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(classes);
    }
}
