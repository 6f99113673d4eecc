package io.crewsmith.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka and PostgreSQL on one data folder, locked against a second platform.
 *
 * <pre>
 * folder/crewsmith.lock   who uses it
 * folder/kafka/           the broker's log and port
 * folder/postgresql/      the database's data, port, password and log
 * </pre>
 */
public final class EmbeddedServices implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServices.class);

    private final DataFolderLock lock;
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private EmbeddedServices(DataFolderLock lock, EmbeddedKafka kafka, EmbeddedDatabase database) {
        this.lock = lock;
        this.kafka = kafka;
        this.database = database;
    }

    /** Starts both on kept ports, with data that survive a power cut. */
    public static EmbeddedServices start(Path folder) {
        return start(folder, EmbeddedSettings.durable());
    }

    /**
     * Starts both at the same time and returns when both take requests. If one fails, the other is stopped again.
     *
     * @throws CannotStartException with a sentence for the person at the keyboard
     */
    public static EmbeddedServices start(Path folder, EmbeddedSettings settings) {
        DataFolderLock lock = DataFolderLock.take(folder);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(
                    () -> EmbeddedDatabase.start(folder.resolve("postgresql"), settings), threads);
            CompletableFuture<EmbeddedKafka> kafka = CompletableFuture.supplyAsync(
                    () -> EmbeddedKafka.start(folder.resolve("kafka"), settings), threads);
            try {
                EmbeddedServices services = new EmbeddedServices(lock, kafka.join(), database.join());
                LOG.info("Kafka answers at {}, PostgreSQL at {}", services.bootstrapServers(), services.database());
                return services;
            } catch (CompletionException e) {
                stop(kafka, EmbeddedKafka::close);
                stop(database, EmbeddedDatabase::close);
                lock.close();
                throw e.getCause() instanceof CannotStartException reason ? reason : e;
            }
        }
    }

    private static <T> void stop(CompletableFuture<T> service, Consumer<T> close) {
        try {
            service.thenAccept(close).join();
        } catch (CompletionException e) {
            // It never started, and the reader gets the first reason.
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The database {@code crewsmith} and the role that owns it. */
    public DatabaseAddress database() {
        return database.address();
    }

    /** Stops both and frees the folder. The caller's clients should be gone by then. */
    @Override
    public void close() {
        try (lock;
                database;
                kafka) {
            // Closed in this order: the broker, the database, the lock.
        }
    }
}
