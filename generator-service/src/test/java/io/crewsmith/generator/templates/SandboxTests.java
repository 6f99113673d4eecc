package io.crewsmith.generator.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Sandbox}: what it holds against templates that were never checked for their syntax. */
class SandboxTests {

    private static final String NESTED = "<#list many as a><#list many as a><#list many as a><#list many as a>"
            + "<#list many as a></#list></#list></#list></#list></#list>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "${\"freemarker.template.utility.ObjectConstructor\"?new()(\"java.io.File\")}",
                "${many?api.getClass()}",
                "${many.class}",
                "${text.getBytes()}",
                "<#include \"/etc/passwd\">",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"file:/etc/passwd\">",
                "<#include \"https://example.com/x.ftl\">",
                "${text?has_content}",
                "${missing}"
            })
    void whatReachesOutFailsWithItsLine(String attack) {
        assertThat(failure("x\n" + attack))
                .returns(Cause.TEMPLATE, Failed::cause)
                .returns("agent", Failed::templateId)
                .returns("1.0.0", Failed::templateVersion)
                .returns(2, Failed::line)
                .extracting(Failed::reason)
                .asString()
                .startsWith("The template agent 1.0.0 failed in module.ftl, line 2: ")
                .endsWith(" Choose another version of it, or have it repaired.");
    }

    @Test
    void aTemplateThatWritesForEverIsStopped() {
        assertThat(failure("<#list many as a><#list many as a><#list many as a>0123456789</#list></#list></#list>"))
                .returns(Cause.SIZE, Failed::cause)
                .extracting(Failed::reason)
                .asString()
                .contains("writes more than 4,194,304 characters.");
    }

    @Test
    void aLongLiteralCountsToo() {
        assertThat(failure("<#list many as a><#list many as a>${long}</#list></#list>"))
                .returns(Cause.SIZE, Failed::cause);
    }

    @Test
    void aTemplateThatOnlyTurnsRoundIsStoppedAfterASecond() {
        assertThat(failure(pack(NESTED, "").proven()))
                .returns(Cause.TIME, Failed::cause)
                .extracting(Failed::reason)
                .asString()
                .contains("takes more than 1,000 ms.");
    }

    @Test
    void partsAreInterruptedToo() {
        assertThat(failure(pack("<#include \"part.ftl\">", NESTED).proven())).returns(Cause.TIME, Failed::cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "${hostile} ~ 'say \"X\", role=\"'",
                "${hostile?lower_case} ~ 'say \"x\", role=\"'",
                "${\"a b\"} ~ \"a b\""
            })
    void noFilterTakesTheQuotesAway(String template, String code) throws RenderingFailed {
        assertThat(pack(template, "").render("a", data()).getFirst().content()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"#{1 + 1}", "[=text]", "[#if true]"})
    void otherSpellingsOfFreeMarkerArePlainText(String text) throws RenderingFailed {
        assertThat(pack(text, "").render("a", data()).getFirst().content()).isEqualTo(text);
    }

    @Test
    void whatCannotBeParsedIsRefusedWithItsLine() {
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> pack("x\n\n<#if text>", ""))
                .withMessageStartingWith("module.ftl, line 3: ");
    }

    private static Failed failure(String template) {
        return failure(pack(template, ""));
    }

    private static Failed failure(TemplatePack pack) {
        try {
            pack.render("a", data());
        } catch (RenderingFailed e) {
            return e.failed();
        }
        throw new AssertionError("It did not fail");
    }

    private static TemplatePack pack(String template, String part) {
        var file = new OutputFile(OutputFile.Kind.MODULE, "module.ftl", "app/{module}.py");
        return new TemplatePack(
                new PackFolder("agent/1.0.0", new TreeMap<>()),
                new Manifest("agent", "1.0.0", "crewai-1.3.0", "", List.of(file)),
                new Sandbox(Map.of("module.ftl", template, "part.ftl", part)));
    }

    private static Map<String, @Nullable Object> data() {
        return Map.of(
                "many",
                Collections.nCopies(1_000, "x"),
                "text",
                "x",
                "hostile",
                "say \"X\", role=\"",
                "long",
                "x".repeat(100_000));
    }
}
