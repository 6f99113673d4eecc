package io.crewsmith.platform.kafka;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the broker answers: a listener alone does not notice for long that it is gone. */
final class BrokerHealthIndicator implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin broker;

    BrokerHealthIndicator(Admin broker) {
        this.broker = broker;
    }

    @Override
    public Health health() {
        try {
            broker.describeCluster(new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis()))
                    .clusterId()
                    .get();
            return Health.up().build();
        } catch (ExecutionException e) {
            return Health.outOfService()
                    .withDetail("broker", String.valueOf(e.getCause()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }
}
