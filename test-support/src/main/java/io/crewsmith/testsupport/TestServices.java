package io.crewsmith.testsupport;

import io.crewsmith.embedded.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.testcontainers.DockerClientFactory;

/**
 * A real Kafka broker and a real PostgreSQL, started when the first test of a JVM asks and stopped with the JVM.
 *
 * <p>They are the embedded services unless the environment variable {@code CREWSMITH_TEST_SERVICES} is
 * {@code containers}. The broker is shared: tests keep apart by topic and consumer group. Databases are not shared.
 *
 * <pre>
 * &#64;DynamicPropertySource
 * static void services(DynamicPropertyRegistry registry) {
 *     TestServices.register(registry);
 * }
 * </pre>
 */
public final class TestServices {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServices() {}

    /** For {@code bootstrap.servers}. */
    public static String bootstrapServers() {
        return Shared.SERVICES.bootstrapServers();
    }

    /** A new, empty database. */
    public static DatabaseAddress freshDatabase() {
        DatabaseAddress first = Shared.SERVICES.database();
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database " + name + " could not be created", e);
        }
        return first.in(name);
    }

    /**
     * Tells Spring Boot where the broker is, and gives it a fresh database over JDBC, over R2DBC and for Flyway.
     *
     * @return that database
     */
    public static DatabaseAddress register(DynamicPropertyRegistry registry) {
        DatabaseAddress database = freshDatabase();
        Shared.STOP.afterSpring();
        registry.add("spring.kafka.bootstrap-servers", TestServices::bootstrapServers);
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.r2dbc.url", database::r2dbcUrl);
        registry.add("spring.r2dbc.username", database::user);
        registry.add("spring.r2dbc.password", database::password);
        registry.add("spring.flyway.url", database::jdbcUrl);
        registry.add("spring.flyway.user", database::user);
        registry.add("spring.flyway.password", database::password);
        return database;
    }

    private static final class Shared {

        private static final RunningServices SERVICES = start();
        private static final StopAtExit STOP = StopAtExit.of(SERVICES);

        private static RunningServices start() {
            Optional<String> wish = Optional.ofNullable(System.getenv(ServicesChoice.VARIABLE));
            return switch (ServicesChoice.of(wish, DockerClientFactory.instance()::isDockerAvailable)) {
                case EMBEDDED -> EmbeddedTestServices.start();
                case CONTAINERS -> ContainerTestServices.start();
            };
        }
    }
}
