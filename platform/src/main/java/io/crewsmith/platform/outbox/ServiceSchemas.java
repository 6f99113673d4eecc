package io.crewsmith.platform.outbox;

import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.platform.kafka.TraceParent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the schemas of services: one a service, each migrated by the scripts in {@code db/<schema>}. */
public final class ServiceSchemas {

    private final DatabaseAccess database;
    private final EventPublisher publisher;
    private final EventCodec codec;
    private final TraceParent traceParent;
    private final MeterRegistry meters;

    ServiceSchemas(
            DatabaseAccess database,
            EventPublisher publisher,
            EventCodec codec,
            TraceParent traceParent,
            MeterRegistry meters) {
        this.database = database;
        this.publisher = publisher;
        this.codec = codec;
        this.traceParent = traceParent;
        this.meters = meters;
    }

    /** The schema with inbox and outbox, for a service that decides. */
    public ServiceSchema open(String schema) {
        migrate(schema, "classpath:db/platform", "classpath:db/" + schema);
        JdbcClient jdbc = database.jdbc();
        Gauge.builder("crewsmith.outbox.events", () -> depth(schema))
                .description("Events that wait in the outbox to be published")
                .tag("schema", schema)
                .register(meters);
        return new ServiceSchema(
                jdbc,
                database.transactions(),
                new Inbox(jdbc, database.transactions(), schema),
                new Outbox(jdbc, codec, traceParent, schema),
                new OutboxRelay(this::connect, publisher, codec, traceParent, schema));
    }

    /** The schema as its own scripts make it, for a reader that publishes nothing from it. */
    public ReadModel openReadModel(String schema) {
        migrate(schema, "classpath:db/" + schema);
        return new ReadModel(database.jdbc(), database.transactions());
    }

    private void migrate(String schema, String... locations) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas(schema)
                .defaultSchema(schema)
                .locations(locations)
                .load()
                .migrate();
    }

    private Connection connect() throws SQLException {
        DataSourceProperties properties = database.properties();
        return DriverManager.getConnection(
                properties.determineUrl(), properties.determineUsername(), properties.determinePassword());
    }

    private double depth(String schema) {
        return database.jdbc()
                .sql("select count(*) from %s.outbox".formatted(schema))
                .query(Long.class)
                .single();
    }
}
