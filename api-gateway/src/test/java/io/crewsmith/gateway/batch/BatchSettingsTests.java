package io.crewsmith.gateway.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BatchSettingsTests {

    @Test
    void theDefaultsAreEightRunsAHundredAPullRequestAndFiveMinutes() {
        assertThat(bound(Map.of())).isEqualTo(new BatchSettings(8, 100, Duration.ofMinutes(5)));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.of(
                        "crewsmith.gateway.batch.window", "32",
                        "crewsmith.gateway.batch.per-pull-request", "50",
                        "crewsmith.gateway.batch.patience", "30s")))
                .isEqualTo(new BatchSettings(32, 50, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "window, 0",
        "window, 1001",
        "per-pull-request, 0",
        "per-pull-request, 201",
        "patience, 0s",
        "patience, 2h"
    })
    void aValueOutOfRangeIsRefusedByName(String property, String value) {
        assertThatThrownBy(() -> bound(Map.of("crewsmith.gateway.batch." + property, value)))
                .rootCause()
                .hasMessageContaining("crewsmith.gateway.batch." + property);
    }

    private static BatchSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewsmith.gateway.batch", BatchSettings.class);
    }
}
