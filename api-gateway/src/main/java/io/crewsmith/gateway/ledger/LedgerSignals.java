package io.crewsmith.gateway.ledger;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.UUID;
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
    private static final UUID ANY = new UUID(0, 0);
    private static final int WAITING_SIGNALS = 1_024;
    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(500);

    private final ConnectionFactory connections;
    private final Sinks.Many<UUID> moved = Sinks.many().multicast().directBestEffort();
    private Disposable listening = Disposables.disposed();

    LedgerSignals(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** A signal each time the run has moved. Only a hint to look: signals may come twice, or for nothing. */
    public Flux<UUID> of(UUID runId) {
        return all().filter(run -> run.equals(runId) || run.equals(ANY));
    }

    /** A signal each time any run has moved. */
    public Flux<UUID> all() {
        return moved.asFlux().onBackpressureBuffer(WAITING_SIGNALS);
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(
                        Mono.from(connections.create()), this::notifications, connection -> connection.close())
                .doOnNext(notification -> emit(run(notification)))
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
                    emit(ANY);
                    return postgres.getNotifications();
                }));
    }

    private synchronized void emit(UUID run) {
        moved.tryEmitNext(run);
    }

    private static UUID run(Notification notification) {
        String payload = notification.getParameter();
        return payload == null ? ANY : UUID.fromString(payload);
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
