package io.crewsmith.gateway.github;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class GitHubConfigurationTests {

    @Test
    void withoutATokenNothingLooksForWhatWasMissed() {
        try (var gateway = started(Map.of())) {
            assertThat(gateway.getBeansOfType(Deliveries.class)).hasSize(1);
            assertThat(gateway.getBeansOfType(MissedDecisionsDriver.class)).isEmpty();
        }
    }

    @Test
    void withATokenWhatWasMissedIsLookedFor() {
        try (var gateway = started(Map.of("crewsmith.gateway.github.token", "t0ken"))) {
            assertThat(gateway.getBean(MissedDecisionsDriver.class).isRunning()).isTrue();
        }
    }

    private static AnnotationConfigApplicationContext started(Map<String, Object> more) {
        var properties = new HashMap<>(more);
        properties.put("crewsmith.gateway.github.repository", "acme/agents");
        properties.put("crewsmith.gateway.github.secrets[0]", "0123456789abcdef");
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("github", properties));
        context.registerBean(ReviewDoor.class, FakeReviewDoor::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.register(GitHubConfiguration.class);
        context.refresh();
        return context;
    }
}
