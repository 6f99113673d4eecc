package io.crewsmith.gateway.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.platform.Secret;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's documentation names a payload, a secret and what the signature of them must be. */
class SignaturesTests {

    private static final byte[] PAYLOAD = "Hello, World!".getBytes(UTF_8);
    private static final String DIGITS = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private final Signatures signatures = new Signatures(
            List.of(new Secret("the next secret, not in use yet"), new Secret("It's a Secret to Everybody")));

    @Test
    void theSignatureOfTheDocumentationIsRight() {
        assertThat(signatures.isRight(PAYLOAD, "sha256=" + DIGITS)).isTrue();
        assertThat(signatures.isRight(PAYLOAD, "sha256=" + DIGITS.toUpperCase(Locale.ROOT)))
                .isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "sha256=",
                "sha256=757107ea",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e16",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700",
                "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void anyOtherIsWrong(String signature) {
        assertThat(signatures.isRight(PAYLOAD, signature)).isFalse();
    }

    @Test
    void aPayloadThatWasChangedNeedsAnother() {
        assertThat(signatures.isRight("Hello, World?".getBytes(UTF_8), "sha256=" + DIGITS))
                .isFalse();
    }

    @Test
    void withoutASecretNoneIsRight() {
        assertThat(new Signatures(List.of()).isRight(PAYLOAD, "sha256=" + DIGITS))
                .isFalse();
        assertThat(new Signatures(List.of()).isRight(new byte[0], "sha256=")).isFalse();
    }
}
