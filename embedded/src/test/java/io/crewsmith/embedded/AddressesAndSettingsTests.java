package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressesAndSettingsTests {

    private final DatabaseAddress address =
            new DatabaseAddress("127.0.0.1", 5433, "crewsmith", "crewsmith", "open sesame");

    @Test
    void anAddressIsWrittenForJdbcAndR2dbc() {
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/crewsmith");
        assertThat(address.r2dbcUrl()).isEqualTo("r2dbc:postgresql://127.0.0.1:5433/crewsmith");
        assertThat(address.in("other").jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:5433/other");
    }

    @Test
    void anAddressHidesItsPassword() {
        assertThat(address).hasToString("jdbc:postgresql://127.0.0.1:5433/crewsmith as crewsmith, password ***");
    }

    @Test
    void aPortOutsideItsRangeIsNamed() {
        assertThatThrownBy(() -> new EmbeddedSettings(65_536, 0, true))
                .hasMessage("The port of Kafka must be between 0 (any) and 65535, but is 65536.");
        assertThatThrownBy(() -> new EmbeddedSettings(0, -1, true))
                .hasMessage("The port of PostgreSQL must be between 0 (any) and 65535, but is -1.");
    }
}
