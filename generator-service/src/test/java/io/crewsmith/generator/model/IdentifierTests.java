package io.crewsmith.generator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Identifier}. */
class IdentifierTests {

    @Test
    void aKeyNamesAClassAndAModule() {
        assertThat(Identifier.ofClass("senior-market-analyst-007").name()).isEqualTo("SeniorMarketAnalyst007");
        assertThat(Identifier.ofModule("senior-market-analyst-007").name()).isEqualTo("senior_market_analyst_007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a;b", "ＳerperDevTool", "a\n", "a.", ".a", "eval()"})
    void nothingElseIsAName(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Identifier(name));
    }
}
