package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own templates give is clean, with every parameter in it. */
class GeneratedModulesTests {

    private static final Path TEMPLATES = Path.of("../generator-service/src/main/resources/templates");
    /** What a configuration may ask for, but a person should look at. */
    private static final Set<String> ASKED_FOR = Set.of("code-execution", "hidden-text");

    private static final Validator VALIDATOR = new Validator();

    @ParameterizedTest
    @MethodSource("modules")
    void isClean(Path module) throws IOException {
        Verdict verdict = VALIDATOR.validate(Files.readString(module));

        assertThat(verdict.findings()).extracting(Finding::rule).isSubsetOf(ASKED_FOR);
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void thereAreModulesOfAgentsAndOfCrews() throws IOException {
        assertThat(modules()
                        .map(TEMPLATES::relativize)
                        .map(path -> path.getName(0).toString()))
                .contains("agent", "crew");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from app.agents import Analyst",
                "from app.agents import __init__",
                "from app.agents import os",
                "from app.secrets import token",
                "from app.agents import analyst\nanalyst.os",
                "from app.agents import analyst\nanalyst.Other()",
                "import app.agents.Analyst"
            })
    void nothingElseOfTheDeploymentMayBeImported(String code) {
        assertThat(VALIDATOR.validate(code + "\n").passed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsCleanToo(Path page) throws IOException {
        assertThat(PageScan.findings("page.md", Files.readString(page))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a <b>b</b>", "[x](https://example.org)", "a\u202eb", "a\u200bb", "x<script>", "a\tb"})
    void aPageWithAnythingButTextIsNot(String page) {
        assertThat(PageScan.findings("page.md", "# Title\n\n" + page + "\n"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.line()).isEqualTo(3);
                    assertThat(finding.path()).isEqualTo("page.md");
                });
    }

    static Stream<Path> pages() throws IOException {
        return templates("/fixtures/[a-z]+\\.md");
    }

    static Stream<Path> modules() throws IOException {
        return templates("\\.py");
    }

    private static Stream<Path> templates(String end) throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            List<Path> found = files.filter(file -> file.toString().matches(".*" + end))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }
}
