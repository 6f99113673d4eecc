package io.crewsmith.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link PythonString}. */
class PythonStringTests {

    private static final Place ARGUMENT = Place.behind("    goal=");
    private static final Place ASSIGNMENT = Place.behind("    name = ");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plain | \"plain\"",
                "it's | \"it's\"",
                "say \"x\" | 'say \"x\"'",
                "it's \"x\" | 'it\\'s \"x\"'",
                "C:\\new | \"C:\\\\new\"",
                "Größe 北京 | \"Größe 北京\"",
                "\"\"\" | '\"\"\"'"
            })
    void aShortTextIsOneLiteral(String text, String literal) {
        assertThat(PythonString.write(text, ARGUMENT)).isEqualTo(literal);
    }

    @Test
    void whatMustNotBeSeenRawIsEscaped() {
        String text = "\n\r\t\0\u0007\u0085\u00a0\u200b\u202e\u2028\ufeff\ue000\ud83d\ude00\udb40\udc01";

        assertThat(PythonString.write(text, ARGUMENT))
                .isEqualTo(
                        "\"\\n\\r\\t\\x00\\x07\\x85\\xa0\\u200b\\u202e\\u2028\\ufeff\\ue000\ud83d\ude00\\U000e0001\"");
    }

    @Test
    void aMarkWithNothingToSitOnIsEscaped() {
        assertThat(PythonString.write("\u0301a e\u0301", ARGUMENT)).isEqualTo("\"\\u0301a e\u0301\"");
    }

    @Test
    void aLongTextIsWrappedAtWordEndsAndAfterItsOwnLines() {
        assertThat(PythonString.write(
                        "Find companies that match a thesis.\nThen say:\r\n" + "who says \"so\", ".repeat(7), ARGUMENT))
                .isEqualTo("""
                        (
                                "Find companies that match a thesis.\\n"
                                "Then say:\\r\\n"
                                'who says "so", who says "so", who says "so", who says "so", who says "so", '
                                'who says "so", who says "so", '
                            )""");
    }

    @Test
    void aTextThatFitsALineOfItsOwnIsNotCut() {
        assertThat(PythonString.write("four " + "words ".repeat(11) + "longest", ARGUMENT))
                .isEqualTo("(\n        \"four %slongest\"\n    )", "words ".repeat(11));
    }

    @Test
    void aTextWithoutSpacesIsWrappedBetweenItsLetters() {
        assertThat(PythonString.write("北京。".repeat(34), ARGUMENT)).isEqualTo("""
                        (
                                "北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。"
                                "北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。北京。"
                                "北京。北京。北京。北京。北京。北京。北京。北京。"
                            )""");
    }

    @Test
    void manySpacesAreCutToo() {
        assertThat(PythonString.write("x".repeat(77) + " ".repeat(80), ARGUMENT).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(88));
    }

    @Test
    void aLongWordIsLeftWhole() {
        String word = "x".repeat(200);

        assertThat(PythonString.write(word, ARGUMENT)).isEqualTo("\"" + word + "\"");
    }

    @Test
    void aWordThatNobodyReadsIsCut() {
        for (String letter : List.of("(", "é", "😀", "\u200b")) {
            String code = PythonString.write(letter.repeat(10_000), Place.behind("            goal="));

            assertThat(code.lines()).hasSizeGreaterThan(10).allMatch(line -> line.length() < 8_000);
        }
    }

    @Test
    void anAssignmentHasNoCommaBehindIt() {
        String text = "x".repeat(75);

        assertThat(PythonString.write(text, ASSIGNMENT)).isEqualTo("\"%s\"", text);
        assertThat(PythonString.write(text + "x", ASSIGNMENT)).isEqualTo("(\n        \"%sx\"\n    )", text);
    }

    @Test
    void whereFormattersWouldDisagreeAboutParenthesesTheTextIsAscii() {
        assertThat(PythonString.write("x".repeat(70) + "北京北", ASSIGNMENT))
                .isEqualTo("(\n        \"%s\\u5317\"\n        \"\\u4eac\\u5317\"\n    )", "x".repeat(70));
    }
}
