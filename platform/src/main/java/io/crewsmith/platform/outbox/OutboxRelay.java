package io.crewsmith.platform.outbox;

import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.platform.kafka.TraceParent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what lies in the outbox, in order, woken by the NOTIFY of the transaction that put it there. Of several
 * instances one publishes, the one that holds the advisory lock; the others wait for it to end.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final Duration SAFETY_LOOK = Duration.ofSeconds(30);
    private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

    private final RelayConnections connections;
    private final EventPublisher publisher;
    private final EventCodec codec;
    private final TraceParent traceParent;
    private final String schema;
    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable Connection connection;

    OutboxRelay(
            RelayConnections connections,
            EventPublisher publisher,
            EventCodec codec,
            TraceParent traceParent,
            String schema) {
        this.connections = connections;
        this.publisher = publisher;
        this.codec = codec;
        this.traceParent = traceParent;
        this.schema = schema;
    }

    @Override
    public void start() {
        // First, since the thread looks at it at once.
        running = true;
        thread = Thread.ofPlatform().name("outbox-" + schema).daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        closeConnection();
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (isRunning()) {
            try (Connection opened = connections.open()) {
                connection = opened;
                relay(opened);
            } catch (SQLException | RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void relay(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // A relay that dies between Kafka's answer and the commit publishes again: readers know the event's id. So
            // nothing is lost by not waiting for the disk here.
            statement.execute("set synchronous_commit = off");
            statement.execute("select pg_advisory_lock(hashtext('%s'))".formatted(Outbox.channel(schema)));
            statement.execute("listen " + Outbox.channel(schema));
        }
        connection.setAutoCommit(false);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            while (publishBatch(connection) == BATCH) {
                log.debug("More is waiting in {}.outbox", schema);
            }
            notifications.getNotifications((int) SAFETY_LOOK.toMillis());
        }
    }

    private int publishBatch(Connection connection) throws SQLException {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        try (PreparedStatement take = connection.prepareStatement("""
                        with taken as (
                          delete from %1$s.outbox
                          where id in (select id from %1$s.outbox order by id limit %2$d)
                          returning id, topic, event, trace_parent)
                        select topic, event, trace_parent from taken order by id
                        """.formatted(schema, BATCH));
                ResultSet rows = take.executeQuery()) {
            while (rows.next()) {
                sent.add(send(rows.getString(1), rows.getBytes(2), rows.getString(3)));
            }
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        connection.commit();
        return sent.size();
    }

    private CompletableFuture<?> send(String topic, byte[] event, @Nullable String parent) {
        return traceParent.continuing(parent, () -> publisher.send(topic, codec.decode(event)));
    }

    private void pauseAfter(Exception failure) {
        if (!isRunning()) {
            return;
        }
        log.warn("The relay of {}.outbox starts again: {}", schema, failure.getMessage());
        try {
            Thread.sleep(RECONNECT_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeConnection() {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("The relay's connection was gone already", e);
        }
    }
}
