package io.crewsmith.standalone;

import static java.util.Objects.requireNonNull;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.embedded.EmbeddedServices;
import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.platform.ServiceApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A running platform on one data folder: the embedded services and, on top of them, ours. */
public final class Platform implements AutoCloseable {

    private final EmbeddedServices embedded;
    private final ConfigurableApplicationContext services;
    private final PlatformAddresses addresses;
    private final Map<String, String> tokens;

    private Platform(
            EmbeddedServices embedded,
            ConfigurableApplicationContext services,
            PlatformAddresses addresses,
            Map<String, String> tokens) {
        this.embedded = embedded;
        this.services = services;
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @param data the data folder; made if need be
     * @param port the gateway's port; 0 for any free one
     * @throws io.crewsmith.embedded.CannotStartException with a sentence for the person at the keyboard
     */
    public static Platform start(Path data, int port, EmbeddedSettings settings) {
        return start(data, port, settings, Map.of());
    }

    /** @param more settings of the services, for what is not there by default, such as a remote repository */
    public static Platform start(Path data, int port, EmbeddedSettings settings, Map<String, Object> more) {
        EmbeddedServices embedded = EmbeddedServices.start(data, settings);
        try {
            Map<String, String> tokens = LocalTokens.in(data.resolve("tokens.json"));
            var addresses = new PlatformAddresses(
                    URI.create("http://127.0.0.1:" + port),
                    embedded.bootstrapServers(),
                    embedded.database().jdbcUrl(),
                    data.resolve("repository.git"),
                    data.resolve("deployments"));
            ConfigurableApplicationContext services = startServices(
                    settings(embedded, tokens, addresses, port, more),
                    bound -> addresses.withGatewayPort(bound).writeTo(data.resolve("platform.json")));
            Readiness.await(services.getBean(HealthEndpoint.class));
            return new Platform(embedded, services, addresses.withGatewayPort(port(services)), tokens);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** The port is told as soon as it is known, which is before anybody can hear that all is ready. */
    private static ConfigurableApplicationContext startServices(Map<String, Object> settings, IntConsumer bound) {
        SpringApplication application = ServiceApplication.of(StandaloneConfiguration.class, settings);
        application.addListeners((ApplicationListener<WebServerInitializedEvent>)
                event -> bound.accept(event.getWebServer().getPort()));
        // The broker and the database must outlive the services, so one hook of ours closes both in that order.
        application.setRegisterShutdownHook(false);
        return application.run();
    }

    private static int port(ConfigurableApplicationContext services) {
        return requireNonNull(((WebServerApplicationContext) services).getWebServer())
                .getPort();
    }

    private static Map<String, Object> settings(
            EmbeddedServices embedded,
            Map<String, String> tokens,
            PlatformAddresses addresses,
            int port,
            Map<String, Object> more) {
        DatabaseAddress database = embedded.database();
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("spring.application.name", "crewsmith");
        settings.put("server.port", port);
        settings.put("spring.kafka.bootstrap-servers", embedded.bootstrapServers());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.r2dbc.url", database.r2dbcUrl());
        settings.put("spring.r2dbc.username", database.user());
        settings.put("spring.r2dbc.password", database.password());
        settings.put("crewsmith.git.repository", addresses.repository().toString());
        settings.put("crewsmith.deployment.folder", addresses.deployments().toString());
        for (String user : LocalTokens.USERS) {
            String prefix = "crewsmith.gateway.users[%d].".formatted(LocalTokens.USERS.indexOf(user));
            settings.put(prefix + "name", user);
            settings.put(prefix + "roles", user);
            settings.put(prefix + "token.value", tokens.get(user));
        }
        return settings;
    }

    /** Where everything is. */
    public PlatformAddresses addresses() {
        return addresses;
    }

    /** The bearer token of a local user: author, reviewer, operator, admin or service. */
    public String token(String user) {
        String token = tokens.get(user);
        if (token == null) {
            throw new IllegalArgumentException("There is no local user " + user);
        }
        return token;
    }

    @Override
    public void close() {
        services.close();
        embedded.close();
    }
}
