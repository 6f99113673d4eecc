package io.crewsmith.generator.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link TemplateSyntax}: each attack is refused before FreeMarker ever sees it. */
class TemplateSyntaxTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "<#assign run=\"freemarker.template.utility.Execute\"?new()>",
                "${role?api.class.forName(name)}",
                "${role? api}",
                "${role?<#-- hidden -->api}",
                "${role?has_content?api}",
                "${role?lower_case_or_more}",
                "${role?no_esc}",
                "${role?noEsc}",
                "${role?interpret}",
                "${\"1 + 1\"?eval}",
                "${.now}",
                "${.data_model}",
                "${role .now}",
                "${role[0]}",
                "${(role)}",
                "${role + name}",
                "${{}}",
                "<#if (a > \"x\"?new())>x</#if>",
                "<#if a gt b?api>x</#if>",
                "<#list 1..1000000000 as number>x</#list>",
                "<#macro again><@again/></#macro>",
                "<@again/>",
                "<#function f()><#return 1></#function>",
                "<#include \"../../../../etc/passwd\">",
                "<#include \"/etc/passwd\">",
                "<#include \"file:x.ftl\">",
                "<#include role>",
                "<#include \"a.ftl\" parse=false>",
                "<#import \"a.ftl\" as a>",
                "<#ftl output_format=\"HTML\">",
                "<#outputformat \"HTML\">${role}</#outputformat>",
                "<#noautoesc>${role}</#noautoesc>",
                "<#autoesc>x</#autoesc>",
                "<#setting locale=\"de\">",
                "<#attempt>x<#recover>y</#attempt>",
                "<#noparse>${role}</#noparse>",
                "<#elseIf a>",
                "<#-- not closed ${role}",
                "<#if a",
                "${role"
            })
    void anAttackIsRefusedWithItsLine(String attack) {
        assertThatExceptionOfType(BrokenPack.class)
                .isThrownBy(() -> TemplateSyntax.check("module.ftl", "first\n" + attack + "\n"))
                .withMessageStartingWith("module.ftl, line 2: ")
                .withMessageContaining(" is not allowed. Templates may use #if, ");
    }

    @Test
    void whatLaysCodeOutIsAllowed() {
        String template = """
                <#-- a comment with ${anything?new()} -->
                <#include "header.ftl">
                <#if embedder.settings?has_content && !part.embedded || name?? && name != "it">
                <#list a.b as part>${part.name?lower_case}<#sep>, </#sep><#else>none</#list>
                <#elseif x == "y"><#else></#if>
                """;

        assertThat(TemplateSyntax.check("module.ftl", template)).containsExactly("header.ftl");
    }
}
