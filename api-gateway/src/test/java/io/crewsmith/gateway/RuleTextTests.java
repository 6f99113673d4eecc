package io.crewsmith.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class RuleTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: custom/no-x\ntitle: t\n",
                "title: t\nid: 'custom/no-x'\n",
                "\"id\" : \"custom/no-x\"",
                "{\"title\": \"t\", \"id\": \"custom/no-x\"}",
                "{\"id\":\"custom/no-x\"}",
                "# a comment\n\nid:   custom/no-x"
            })
    void theIdIsFoundInYamlAndJson(String text) {
        assertThat(text(text).id()).isEqualTo("custom/no-x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "title: t", "id: other/x", "valid: custom/x", "{\"grid\": \"custom/x\"}"})
    void whereThereIsNoneTheValidatorIsLeftToSaySo(String text) {
        assertThat(text(text).id()).isEqualTo("custom/");
    }

    @Test
    void whatCannotBeSentOnIsRefused() {
        assertStatus("x".repeat(65_537).getBytes(UTF_8), HttpStatus.CONTENT_TOO_LARGE);
        assertStatus(new byte[] {(byte) 0xff}, HttpStatus.BAD_REQUEST);
        assertStatus("a\0b".getBytes(UTF_8), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void assertStatus(byte[] body, HttpStatus status) {
        assertThatThrownBy(() -> RuleText.of(body))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refusal -> assertThat(refusal.getStatusCode()).isEqualTo(status));
    }

    private static RuleText text(String text) {
        return RuleText.of(text.getBytes(UTF_8));
    }
}
