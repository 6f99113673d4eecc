package io.crewsmith.embedded;

/**
 * What a caller may choose about the embedded services.
 *
 * @param kafkaPort 0 to 65535; 0 keeps the port of the last start, or picks a free one
 * @param databasePort 0 to 65535; 0 keeps the port of the last start, or picks a free one
 * @param synced whether writes reach the disk: PostgreSQL before it acknowledges a commit, Kafka within
 *     {@link EmbeddedKafka#FLUSH_INTERVAL}. Without it a power cut may corrupt the data; for tests only.
 */
public record EmbeddedSettings(int kafkaPort, int databasePort, boolean synced) {

    public EmbeddedSettings {
        requirePort("Kafka", kafkaPort);
        requirePort("PostgreSQL", databasePort);
    }

    /** Kept ports and data that survive a power cut: what a person's own platform wants. */
    public static EmbeddedSettings durable() {
        return new EmbeddedSettings(0, 0, true);
    }

    /** Kept ports and no waiting for the disk: what a test wants, whose folder nobody needs afterwards. */
    public static EmbeddedSettings forTests() {
        return new EmbeddedSettings(0, 0, false);
    }

    private static void requirePort(String service, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The port of " + service + " must be between 0 (any) and 65535, but is " + port + ".");
        }
    }
}
