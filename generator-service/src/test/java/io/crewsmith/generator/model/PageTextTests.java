package io.crewsmith.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link PageText}. */
class PageTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "Größe 北京 x1 ~ Größe 北京 x1",
                "a | b ~ a \\| b",
                "# h ~ \\# h",
                "<script>&amp; ~ \\<script\\>\\&amp;",
                "[x](javascript:1) ~ \\[x\\](javascript\\:1)",
                "See https://a.b or www.a.b. ~ See https\\://a\\.b or www\\.a\\.b.",
                "1. a-b 2 - c ~ 1\\. a-b 2 \\- c",
                "`1` ![i] ~ \\`1\\` \\!\\[i\\]"
            })
    void nothingMarksUp(String text, String page) {
        assertThat(PageText.write(text)).isEqualTo(page);
    }

    @Test
    void linesStayAndNothingHides() {
        assertThat(PageText.write("    a b\n\n- c\u202e\t\r"))
                .isEqualTo("&#32;&#32;&#32;&#32;a b<br><br>\\- cU+202EU+0009U+000D");
    }
}
