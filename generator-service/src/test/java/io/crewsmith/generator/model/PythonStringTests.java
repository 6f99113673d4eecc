package io.crewsmith.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link PythonString}. */
class PythonStringTests {

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
        assertThat(PythonString.write(text, 0, 0)).isEqualTo(literal);
    }

    @Test
    void whatMustNotBeSeenRawIsEscaped() {
        String text = "\n\r\t\0\u0007\u0085\u00a0\u200b\u202e\u2028\ufeff\ue000\ud83d\ude00\udb40\udc01";

        assertThat(PythonString.write(text, 0, 0))
                .isEqualTo(
                        "\"\\n\\r\\t\\x00\\x07\\x85\\xa0\\u200b\\u202e\\u2028\\ufeff\\ue000\ud83d\ude00\\U000e0001\"");
    }

    @Test
    void aLongTextIsWrappedAtWordEndsAndAfterItsOwnLines() {
        String text =
                "Find companies that match a thesis and say for each why it fits.\nThen say what speaks against it, and who said so.";

        assertThat(PythonString.write(text, 4, 9))
                .isEqualTo(String.join(
                        "\n",
                        "(",
                        "        \"Find companies that match a thesis and say for each why it fits.\\n\"",
                        "        \"Then say what speaks against it, and who said so.\"",
                        "    )"));
    }

    @Test
    void aLongWordIsLeftWhole() {
        String word = "x".repeat(200);

        assertThat(PythonString.write(word, 4, 9)).isEqualTo("\"" + word + "\"");
    }
}
