package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.gateway.GatewaySettings.User;
import io.crewsmith.gateway.model.Role;
import io.crewsmith.platform.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GatewaySettingsTests {

    @Test
    void theDefaultsAreTenSecondsAndNobody() {
        assertThat(bound(Map.of())).isEqualTo(new GatewaySettings(Duration.ofSeconds(10), List.of()));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.of(
                        "crewsmith.gateway.answer-within", "250ms",
                        "crewsmith.gateway.users[0].name", "ann",
                        "crewsmith.gateway.users[0].roles", "author, reviewer",
                        "crewsmith.gateway.users[0].token.value", "t0ken")))
                .isEqualTo(new GatewaySettings(
                        Duration.ofMillis(250),
                        List.of(new User("ann", Set.of(Role.AUTHOR, Role.REVIEWER), new Secret("t0ken")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1s", "61s"})
    void aWaitOutOfRangeIsRefused(String wait) {
        assertThatThrownBy(() -> bound(Map.of("crewsmith.gateway.answer-within", wait)))
                .rootCause()
                .hasMessageStartingWith("crewsmith.gateway.answer-within must be between 0s and 60s, but is ");
    }

    @Test
    void noTokenIsEverPrinted() {
        var settings = new GatewaySettings(
                Duration.ofSeconds(1), List.of(new User("ann", Set.of(Role.ADMIN), new Secret("t0ken"))));

        assertThat(settings.toString()).contains("ann").doesNotContain("t0ken");
    }

    private static GatewaySettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewsmith.gateway", GatewaySettings.class);
    }
}
