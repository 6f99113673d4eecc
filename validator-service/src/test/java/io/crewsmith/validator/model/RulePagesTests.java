package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/rules} against the rules; {@code -Dcrewsmith.write-golden=true} writes the pages anew. */
class RulePagesTests {

    private static final Path PAGES = Path.of("../docs/rules");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+\\.md)\\)");
    /** An id in the sources: the first argument of whatever makes a finding or describes a rule. */
    private static final Pattern ID = Pattern.compile("new (?:Finding|RuleDescription)\\(\\s*\"([^\"]+)\"");

    @Test
    void everyRuleHasAPageThatSaysWhatItSaysAndNothingElseHasOne() throws IOException {
        for (RuleDescription rule : RuleCatalogue.all()) {
            compare(rule.id() + ".md", RulePage.of(rule));
        }
        compare("README.md", RulePage.index(RuleCatalogue.all()));
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(RuleCatalogue.all().size() + 1);
        }
    }

    @Test
    void everyIdThatCanStandInAVerdictHasAPage() throws IOException {
        List<String> documented =
                RuleCatalogue.all().stream().map(RuleDescription::id).toList();

        assertThat(documented).doesNotHaveDuplicates();
        assertThat(documented)
                .containsAll(Arrays.stream(Reason.values()).map(Reason::id).toList());
        assertThat(idsInTheSources()).hasSizeGreaterThan(20).allMatch(documented::contains);
    }

    @Test
    void linksLeadToPages() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.flatMap(RulePagesTests::links))
                    .hasSizeGreaterThan(50)
                    .allMatch(Files::exists);
        }
    }

    @Test
    void everyRuleOfTheCodeShowsWhatItFindsAndWhatNot() {
        assertThat(RuleCatalogue.all())
                .filteredOn(rule -> rule.layer() == Layer.ALLOW_LIST || rule.layer() == Layer.LITERALS)
                .filteredOn(rule -> !rule.id().endsWith("-in-page"))
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> {
                    assertThat(RuleExamples.of(rule.id()).bad()).isNotEmpty();
                    assertThat(RuleExamples.of(rule.id()).good()).isNotBlank();
                });
    }

    private static List<String> idsInTheSources() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> ID.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .toList();
        }
    }

    private static Stream<Path> links(Path page) {
        return LINK.matcher(read(page)).results().map(match -> page.resolveSibling(match.group(1)));
    }

    private static void compare(String name, String page) throws IOException {
        Path file = PAGES.resolve(name);
        if (Boolean.getBoolean("crewsmith.write-golden")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }
        assertThat(file).as("-Dcrewsmith.write-golden=true writes it").exists().hasContent(page);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
