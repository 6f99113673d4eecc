package io.crewsmith.validator.custom;

import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads the whole topic of rules before anything else of this service starts, and then follows it. It belongs to no
 * group: every instance needs every rule.
 */
class RuleTopicReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RuleTopicReader.class);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.RULES, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final ConsumerFactory<String, Received> consumers;
    private final Admin broker;
    private final RuleTopic topic;
    private volatile boolean running;
    private long position;
    private @Nullable Consumer<String, Received> consumer;
    private @Nullable Thread thread;

    RuleTopicReader(ConsumerFactory<String, Received> consumers, Admin broker, RuleTopic topic) {
        this.consumers = consumers;
        this.broker = broker;
        this.topic = topic;
    }

    /** Ends once everything has been read that is on the topic now. */
    @Override
    public void start() {
        long end = end();
        if (end == 0) {
            topic.known();
        }
        Consumer<String, Received> reader = consumers.createConsumer(null, "rules", null);
        reader.assign(List.of(PARTITION));
        reader.seekToBeginning(List.of(PARTITION));
        consumer = reader;
        running = true;
        thread = Thread.ofPlatform().daemon().name("validator-rules").start(() -> follow(reader, end));
        await(end);
    }

    /** Waits until everything has been read that is on the topic now. Throws where that takes over 30 seconds. */
    void catchUp() {
        await(end());
    }

    /** Asked over another connection: on the reader's own, the question would wait behind its long poll. */
    private long end() {
        try {
            return broker.listOffsets(
                            Map.of(PARTITION, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .partitionResult(PARTITION)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .offset();
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("The end of %s is not known".formatted(Topics.RULES), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the rules were read", stopped);
        }
    }

    private synchronized void await(long end) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (position < end) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("%s was not read to its end within %d seconds"
                            .formatted(Topics.RULES, PATIENCE.toSeconds()));
                }
                wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the rules were read", stopped);
        }
    }

    private void follow(Consumer<String, Received> reader, long end) {
        try (reader) {
            while (running) {
                followOnce(reader, end);
            }
        } catch (WakeupException stopped) {
            log.debug("{} is no longer followed", Topics.RULES);
        } catch (RuntimeException failure) {
            topic.lost(failure);
        }
    }

    private void followOnce(Consumer<String, Received> reader, long end) {
        try {
            topic.read(reader.poll(POLL));
            long reached = reader.position(PARTITION);
            if (reached >= end) {
                topic.known();
            }
            reached(reached);
        } catch (RetriableException away) {
            log.warn("{} cannot be read just now; trying again", Topics.RULES, away);
        }
    }

    private synchronized void reached(long offset) {
        position = offset;
        notifyAll();
    }

    @Override
    public void stop() {
        running = false;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before every listener: they start near the end of the range. */
    @Override
    public int getPhase() {
        return 0;
    }
}
