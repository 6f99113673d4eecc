package io.crewsmith.schemas;

import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic.
 *
 * @param name full name, version included
 * @param owner the one service that appends to it, or who may
 * @param key what the records are keyed by; records of one key stay in order
 * @param partitions 1 or more; never changed once released, since that would move keys
 * @param retention how long records are kept; {@link #FOREVER} for what belongs to the audit trail
 * @param records the records that it carries
 */
public record Topic(
        String name,
        String owner,
        String key,
        int partitions,
        Duration retention,
        List<Class<? extends SpecificRecord>> records) {

    /** Nothing is ever deleted. */
    public static final Duration FOREVER = Duration.ofMillis(-1);

    /** Ending of the topic that takes the records of another one that nobody could process. */
    public static final String DEAD_LETTER_ENDING = ".dlt";

    public Topic {
        if (partitions < 1 || records.isEmpty()) {
            throw new IllegalArgumentException("Topic %s needs a partition and a record".formatted(name));
        }
        records = List.copyOf(records);
    }

    /** The topic beside this one that takes the records nobody could process. */
    public String deadLetters() {
        return name + DEAD_LETTER_ENDING;
    }
}
