package io.crewsmith.generator.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crewsmith.generator.Renderers;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Tests for {@link TemplatePacks}. */
class TemplatePacksTests {

    private static final Path PACKS = Path.of("src/test/resources/packs");

    @TempDir
    private Path folder;

    private Path pack;

    @BeforeEach
    void copyPack() throws IOException {
        FileSystemUtils.copyRecursively(PACKS, folder);
        pack = folder.resolve("agent/2.0.0");
    }

    @Test
    void twoVersionsLiveSideBySide() throws RenderingFailed {
        TemplatePacks packs = load();

        assertThat(packs.pack("agent", "1.0.0").version().version()).isEqualTo("1.0.0");
        assertThat(packs.pack("agent", "2.0.0").version().version()).isEqualTo("2.0.0");
    }

    @Test
    void aPackRendersAllItsFilesTheModuleFirst() throws Exception {
        String agent = Files.readString(pack.resolve("fixtures/least.json"));

        var generated = (Generated) Renderers.agent().render(load().pack("agent", "2.0.0"), agent);

        assertThat(generated.files())
                .extracting(SourceFile::path)
                .containsExactly("app/agents/least.py", "app/agents/tests/test_least.py", "docs/agents/least.md");
        assertThat(generated.files().getLast().content())
                .isEqualTo(Files.readString(pack.resolve("fixtures/least.md")))
                .contains("| role | Analyst \\| \\*Markets\\* \\<b\\> |");
    }

    @Test
    void aVersionThatIsNotThereIsNamedWithThoseThatAre() {
        assertThat(failure("3.0.0"))
                .isEqualTo(new Failed(
                        "There is no version 3.0.0 of the template agent; choose one of 1.0.0, 2.0.0.",
                        Cause.UNKNOWN_VERSION,
                        "agent",
                        "3.0.0",
                        null));
    }

    @Test
    void everyFileCountsForTheDigest() throws Exception {
        String before = load().pack("agent", "2.0.0").version().digest();
        Files.writeString(pack.resolve("README.md"), "More.\n");

        assertThat(load().pack("agent", "2.0.0").version().digest()).hasSize(64).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.json | \"2.0.0\" | \"2.0.1\" | pack.json, line 1: id and version must be as the folders are called: agent/2.0.0",
                "pack.json | \"2.0.0\" | \"2\" | version must be like 1.0.0, but is 2.",
                "pack.json | crewai-1.3.0 | crewai-9 | pack.json, line 1: target must be crewai-1.3.0.",
                "pack.json | description | descripton | pack.json: id, version, target, description and files must all be there.",
                "pack.json | \"target\" | \"aim\": 1, \"target\" | pack.json: Unrecognized property \"aim\"",
                "pack.json | \"page\" | \"picture\" | pack.json, line 7: kind must be module, test or page, but is picture.",
                "pack.json | \"page\" | \"module\" | page.md.ftl: a page, and nothing else, has a template that ends with .md.ftl.",
                "pack.json | page.md.ftl | ../page.md.ftl | template must be the name of a file like module.ftl",
                "pack.json | page.md.ftl | other.md.ftl | other.md.ftl is missing; add it.",
                "pack.json | docs/agents | ../../etc | path must be like app/agents/{module}.md for a page",
                "pack.json | docs/agents | /etc | path must be like app/agents/{module}.md for a page",
                "pack.json | \"test\" | \"module\" | files must hold exactly one module.",
                "pack.json | ] | '' | pack.json, line 11: Unexpected close marker '}': expected ']'.",
                "module.ftl | ${goal} | ${goal?api} | module.ftl, line 8: ${goal?api} is not allowed.",
                "module.ftl | ${goal} | ${gaol} | fixtures/least.json: The template agent 2.0.0 failed in module.ftl, line 8: ",
                "module.ftl | header.ftl | module.ftl | module.ftl includes itself, by way of module.ftl; take that out.",
                "module.ftl | header.ftl | page.md.ftl | module.ftl includes page.md.ftl; a page takes parts of pages",
                "module.ftl | header.ftl | x.ftl | module.ftl includes x.ftl, which is not in the pack; add it.",
                "header.ftl | # T | <#include \"header.ftl\"># T | header.ftl includes itself, by way of header.ftl; take that out.",
                "page.md.ftl | </#if> | '' | page.md.ftl, line ",
                "module.ftl | Agent( | Agent(\\n | fixtures/least.py, line 7: the template gives «»",
                "fixtures/least.py | Agent | Agents | fixtures/least.py, line 2: the template gives «from crewai import Agent», but the golden file has «from crewai import Agents». Repair",
                "fixtures/least.json | openai | open ai | fixtures/least.json: The configuration is not valid: llm_model"
            })
    void aBrokenPackIsRefusedAndTheOthersWork(String file, String part, String broken, String problem)
            throws Exception {
        String text = Files.readString(pack.resolve(file));
        assertThat(text).contains(part);
        Files.writeString(pack.resolve(file), text.replace(part, broken.replace("\\n", "\n")));

        assertThat(failure("2.0.0").reason())
                .startsWith("Version 2.0.0 of the template agent was refused: ")
                .contains(problem)
                .endsWith(" Until it is repaired, choose one of 1.0.0.");
        assertThat(load().pack("agent", "1.0.0")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack.json | pack.json is missing; add it.",
                "fixtures/least.md | fixtures/least.md is missing; add it.",
                "fixtures/least.json | There is no fixture; add fixtures/<name>.json and what it must give.",
                "header.ftl | includes header.ftl, which is not in the pack; add it."
            })
    void aPackThatLacksAFileIsRefused(String file, String problem) throws IOException {
        Files.delete(pack.resolve(file));

        assertThat(failure("2.0.0").reason()).contains(problem);
    }

    @Test
    void aGoldenFileOfNothingIsRefused() throws IOException {
        Files.writeString(pack.resolve("fixtures/lost.py"), "");

        assertThat(failure("2.0.0").reason())
                .contains("Nothing gives [fixtures/lost.py]; add its .json, or remove it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<#if name??>", "<#list tools as tool>"})
    void aTemplateThatNestsWithoutEndIsRefused(String tag) throws IOException {
        String end = tag.replaceFirst("<#([a-z]+).*", "</#$1>");
        Files.writeString(pack.resolve("module.ftl"), tag.repeat(20_000) + end.repeat(20_000));

        assertThat(failure("2.0.0").reason()).contains("java.lang.StackOverflowError");
    }

    @Test
    void anExpressionWithoutEndIsRefused() throws IOException {
        Files.writeString(pack.resolve("module.ftl"), "<#if " + "name?? && ".repeat(20_000) + "name??></#if>");

        assertThat(failure("2.0.0").reason()).contains("java.lang.StackOverflowError");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(pack.resolve("module.ftl"), new byte[] {(byte) 0xff});

        assertThat(failure("2.0.0").reason()).contains("module.ftl is not UTF-8; save it so.");
    }

    @Test
    void nobodyReplacesABuiltInVersion() throws Exception {
        Files.move(pack, folder.resolve("agent/1.0.0"));

        assertThat(load().pack("agent", "1.0.0").version().digest())
                .isEqualTo(TemplatePacks.load(Renderers.target(), Renderers.all(), null)
                        .pack("agent", "1.0.0")
                        .version()
                        .digest());
    }

    @Test
    void aBrokenBuiltInPackStopsTheService() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> TemplatePacks.load("crewai-9.9.9", Renderers.all(), null))
                .withMessage("The built-in template agent/1.0.0: pack.json, line 1: target must be crewai-9.9.9.");
    }

    private Failed failure(String version) {
        try {
            load().pack("agent", version);
        } catch (RenderingFailed e) {
            return e.failed();
        }
        throw new AssertionError("There is a pack " + version);
    }

    private TemplatePacks load() {
        return TemplatePacks.load(Renderers.target(), Renderers.all(), folder);
    }
}
