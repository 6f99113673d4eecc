package io.crewsmith.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.embedded.EmbeddedKafka;
import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.testsupport.TestServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a service says of itself while its broker is away. */
class BrokerOutageTests {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    @Timeout(180)
    void aServiceIsNotReadyWhileTheBrokerIsGoneAndReadyAgainByItself() throws Exception {
        EmbeddedKafka broker = EmbeddedKafka.start(folder, EmbeddedSettings.forTests());
        try (ConfigurableApplicationContext service = service(broker.bootstrapServers())) {
            awaitReadiness(service, 200);

            broker.close();
            awaitReadiness(service, 503);
            assertThat(status(service, "liveness")).isEqualTo(200);

            broker = EmbeddedKafka.start(folder, EmbeddedSettings.forTests());
            awaitReadiness(service, 200);
        } finally {
            broker.close();
        }
    }

    private static ConfigurableApplicationContext service(String bootstrapServers) {
        DatabaseAddress database = TestServices.freshDatabase();
        return ServiceApplication.of(
                        SampleService.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", bootstrapServers,
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password()))
                .run();
    }

    private static void awaitReadiness(ConfigurableApplicationContext service, int wanted) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        int status = status(service, "readiness");
        while (status != wanted && System.nanoTime() < end) {
            status = status(service, "readiness");
        }
        assertThat(status).isEqualTo(wanted);
    }

    private static int status(ConfigurableApplicationContext service, String probe)
            throws IOException, InterruptedException {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%s/actuator/health/%s".formatted(port, probe)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode();
        }
    }
}
