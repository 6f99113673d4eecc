package io.crewsmith.platform;

import io.crewsmith.platform.kafka.KafkaConfiguration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Runs a service, alone or composed with others, on the defaults that all share. Any of them can be set otherwise. */
public final class ServiceApplication {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.address", "127.0.0.1"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry("spring.main.banner-mode", "off"),
            // A service with a database says so by importing DatabaseConfiguration, and migrates its own schema.
            Map.entry(
                    "spring.autoconfigure.exclude",
                    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                            + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"),
            Map.entry("spring.webflux.problemdetails.enabled", "true"),
            Map.entry("spring.http.codecs.max-in-memory-size", "2MB"),
            Map.entry("spring.jackson.deserialization.fail-on-unknown-properties", "true"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.endpoint.health.group.readiness.include", "readinessState,listeners,broker,db"),
            Map.entry("management.endpoint.health.validate-group-membership", "false"),
            Map.entry("spring.reactor.context-propagation", "auto"),
            // OpenMetrics 1.0 knows exemplars of buckets and counters only; Prometheus 2 drops the whole answer for
            // others.
            Map.entry(
                    "management.prometheus.metrics.export.properties"
                            + "[io.prometheus.exporter.exemplarsOnAllMetricTypes]",
                    "false"),
            Map.entry("spring.kafka.consumer.auto-offset-reset", "earliest"),
            Map.entry("spring.kafka.consumer.enable-auto-commit", "false"),
            Map.entry("spring.kafka.consumer.isolation-level", "read_committed"),
            Map.entry("spring.kafka.consumer.properties.group.protocol", "classic"),
            Map.entry("spring.kafka.consumer.properties.session.timeout.ms", "10000"),
            Map.entry("spring.kafka.producer.acks", "all"),
            Map.entry("spring.kafka.producer.properties.linger.ms", "0"),
            Map.entry("spring.kafka.producer.properties.max.request.size", KafkaConfiguration.LARGEST_RECORD),
            Map.entry("spring.kafka.producer.properties.compression.type", "lz4"),
            Map.entry("spring.kafka.listener.concurrency", "1"),
            Map.entry("spring.kafka.admin.fail-fast", "true"));

    private ServiceApplication() {}

    /** Runs the service in a process of its own; its web server answers when this returns. */
    public static void run(String name, Class<?> configuration, String... arguments) {
        // At INFO each Kafka client prints all its settings.
        of(configuration, Map.of("spring.application.name", name, "logging.level.org.apache.kafka", "warn"))
                .run(arguments);
    }

    /** The same, not yet started, with settings that go before the defaults but after all that a person sets. */
    public static SpringApplication of(Class<?> configuration, Map<String, Object> settings) {
        var application = new SpringApplication(configuration);
        var defaults = new HashMap<>(DEFAULTS);
        defaults.putAll(settings);
        application.setDefaultProperties(defaults);
        return application;
    }
}
