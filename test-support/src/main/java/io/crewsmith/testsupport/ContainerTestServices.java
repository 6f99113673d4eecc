package io.crewsmith.testsupport;

import io.crewsmith.embedded.DatabaseAddress;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same services as in production, in containers. */
final class ContainerTestServices implements RunningServices {

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", "4194304");

    private final PostgreSQLContainer database = new PostgreSQLContainer("postgres:18.4");

    static ContainerTestServices start() {
        ContainerTestServices services = new ContainerTestServices();
        Startables.deepStart(services.kafka, services.database).join();
        return services;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public DatabaseAddress database() {
        return new DatabaseAddress(
                database.getHost(),
                database.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                database.getDatabaseName(),
                database.getUsername(),
                database.getPassword());
    }

    @Override
    public void close() {
        kafka.stop();
        database.stop();
    }
}
