package io.crewsmith.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Kafka's settings for one node on a small machine whose topics are the audit trail. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "PLAINTEXT";
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private BrokerSettings() {}

    static Map<String, String> of(Path log, int port, int controllerPort, boolean synced) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(node(log, port, controllerPort));
        settings.putAll(oneReplica());
        settings.putAll(quickReturnAfterKill());
        settings.putAll(smallMachine());
        settings.putAll(keepEverything());
        if (synced) {
            String interval = Long.toString(EmbeddedKafka.FLUSH_INTERVAL.toMillis());
            settings.put("log.flush.interval.ms", interval);
            settings.put("log.flush.scheduler.interval.ms", interval);
        }
        return settings;
    }

    private static Map<String, String> node(Path log, int port, int controllerPort) {
        String clients = CLIENTS + "://" + Loopback.HOST + ":" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + Loopback.HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                CLIENTS,
                "listener.security.protocol.map",
                CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "listeners",
                clients + "," + CONTROLLER + "://" + Loopback.HOST + ":" + controllerPort,
                "advertised.listeners",
                clients,
                "log.dirs",
                log.toString());
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    /**
     * After a kill the controller keeps the dead broker's session, and refuses the new broker until it runs out. Kafka's
     * own nine seconds are for nodes that can lose sight of each other; these two die together.
     */
    private static Map<String, String> quickReturnAfterKill() {
        return Map.of("broker.heartbeat.interval.ms", "500", "broker.session.timeout.ms", "3000");
    }

    /**
     * Without the small cleaner buffer each cleaner thread takes 128 MiB at once. Idle no-op records would write to the
     * disk twice a second for the sake of followers, and there are none.
     */
    private static Map<String, String> smallMachine() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "group.coordinator.threads", "1",
                "share.coordinator.threads", "1",
                "log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024),
                "log.index.size.max.bytes", Integer.toString(1024 * 1024),
                "metadata.max.idle.interval.ms", "0",
                "metric.reporters", "");
    }

    /** The topics are the audit trail: nothing goes unless its topic says so, and offsets outlive a long holiday. */
    private static Map<String, String> keepEverything() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES),
                "replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES),
                "log.retention.ms", "-1",
                "offsets.retention.minutes", Integer.toString(10 * 365 * 24 * 60));
    }
}
