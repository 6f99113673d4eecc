package io.crewsmith.gateway.ledger;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Says which run moved, in every instance of the gateway, as soon as the ledger's transaction has committed: Postgres
 * tells it by NOTIFY. After a lost connection everybody is woken once, since something may have been missed.
 */
public class LedgerSignals implements SmartLifecycle {

    static final String CHANNEL = "ledger";

    private static final Logger log = LoggerFactory.getLogger(LedgerSignals.class);
    private static final Moved ANYTHING = new Moved(new UUID(0, 0), "");
    private static final int WAITING_SIGNALS = 1_024;
    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(500);

    private final ConnectionFactory connections;
    private final Sinks.Many<Moved> moved = Sinks.many().multicast().directBestEffort();
    private Disposable listening = Disposables.disposed();

    LedgerSignals(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** That the run has moved by an event of this type. */
    public record Moved(UUID run, String type) {

        String payload() {
            return run + " " + type;
        }

        static Moved of(@Nullable String payload) {
            if (payload == null) {
                return ANYTHING;
            }
            String[] parts = payload.split(" ", 2);
            return new Moved(UUID.fromString(parts[0]), parts[1]);
        }
    }

    /**
     * A signal each time the run has moved, from the first event of these types on; further ones too, since an event may
     * be recorded before those that led to it. Only a hint to look: signals may come twice, or for nothing.
     */
    public Flux<Moved> of(UUID runId, Collection<String> types) {
        return all().filter(signal -> signal.run().equals(runId) || signal.equals(ANYTHING))
                .skipUntil(signal -> types.contains(signal.type()) || signal.equals(ANYTHING));
    }

    /** A signal each time any run has moved. */
    public Flux<Moved> all() {
        return moved.asFlux().onBackpressureBuffer(WAITING_SIGNALS);
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(
                        Mono.from(connections.create()), this::notifications, connection -> connection.close())
                .doOnNext(notification -> emit(Moved.of(notification.getParameter())))
                .doOnError(failure -> log.warn("Listening to the ledger again: {}", failure.getMessage()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, RECONNECT_PAUSE))
                .repeat()
                .subscribe();
    }

    private Flux<Notification> notifications(Connection connection) {
        var postgres = (PostgresqlConnection) connection;
        return postgres.createStatement("listen " + CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .thenMany(Flux.defer(() -> {
                    emit(ANYTHING);
                    return postgres.getNotifications();
                }));
    }

    private synchronized void emit(Moved signal) {
        moved.tryEmitNext(signal);
    }

    @Override
    public void stop() {
        listening.dispose();
    }

    @Override
    public boolean isRunning() {
        return !listening.isDisposed();
    }
}
