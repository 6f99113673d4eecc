package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionsTests {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "7", " \"7\" "})
    void aTagNamesItsRevisionHoweverItIsWritten(String ifMatch) {
        assertThat(Revisions.expected(ifMatch)).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "*")
    void anyRevisionWillDo(String ifMatch) {
        assertThat(Revisions.expected(ifMatch)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "seven", "-1", "\"1\", \"2\"", "99999999999"})
    void whatIsNoTagOfOursMatchesNothing(String ifMatch) {
        assertThatThrownBy(() -> Revisions.expected(ifMatch))
                .isInstanceOfSatisfying(
                        RefusedRequest.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(412));
    }

    @Test
    void aRevisionIsAStrongTag() {
        assertThat(Revisions.etag(7)).isEqualTo("\"7\"");
    }
}
