package io.crewsmith.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka broker, its own controller, inside this JVM: bound to the loopback address, its log kept in a folder.
 *
 * <p>An acknowledged record survives the death of the process at once, and a power cut after {@link #FLUSH_INTERVAL}.
 * Clients are not asked who they are, as in Kafka's own default: whoever may open a connection on this machine may read
 * and write. The caller holds the {@link DataFolderLock}.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /** How long an acknowledged record may wait in the page cache until it is on the disk. */
    public static final Duration FLUSH_INTERVAL = Duration.ofSeconds(1);

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Formats the folder if it is new, and returns when the broker takes requests.
     *
     * @throws CannotStartException if it cannot, with the reason
     */
    public static EmbeddedKafka start(Path folder, EmbeddedSettings settings) {
        if (folder.toString().contains(",")) {
            throw new CannotStartException("Kafka takes the comma in " + folder
                    + " for the end of a folder's name. Choose a folder without one with --data.");
        }
        try {
            Files.createDirectories(folder);
            int port = KeptPort.of("Kafka", folder.resolve("port"), settings.kafkaPort());
            int controllerPort = KeptPort.of("Kafka's controller", folder.resolve("controller-port"), 0);
            Path log = folder.resolve("log");
            format(log);
            KafkaRaftServer server = new KafkaRaftServer(
                    new KafkaConfig(BrokerSettings.of(log, port, controllerPort, settings.synced()), false),
                    Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, port);
        } catch (CannotStartException e) {
            throw e;
        } catch (Exception e) {
            throw new CannotStartException("Kafka did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(log.toString())
                    .setMetadataLogDirectory(Optional.of(log.toString()))
                    .run();
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
