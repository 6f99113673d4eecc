package io.crewsmith.validator.custom;

import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
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
    private final RuleTopic topic;
    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private boolean complete;
    private @Nullable Consumer<String, Received> consumer;
    private @Nullable Thread thread;

    RuleTopicReader(ConsumerFactory<String, Received> consumers, RuleTopic topic) {
        this.consumers = consumers;
        this.topic = topic;
    }

    /** Ends once everything has been read that is on the topic now. */
    @Override
    public void start() {
        Consumer<String, Received> reader = consumers.createConsumer(null, "rules", null);
        reader.assign(List.of(PARTITION));
        reader.seekToBeginning(List.of(PARTITION));
        consumer = reader;
        running = true;
        thread = Thread.ofPlatform().daemon().name("validator-rules").start(() -> follow(reader));
        catchUp();
    }

    /** Waits until everything has been read that is on the topic now. Throws where that takes over 30 seconds. */
    void catchUp() {
        if (consumer == null) {
            throw new IllegalStateException("The topic of rules is not read before the service starts");
        }
        var read = new CompletableFuture<Void>();
        waiting.add(read);
        consumer.wakeup();
        read.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void follow(Consumer<String, Received> reader) {
        try (reader) {
            while (running) {
                followOnce(reader);
            }
        } catch (RuntimeException failure) {
            topic.lost(failure);
            running = false;
            waiting.forEach(read -> read.completeExceptionally(failure));
        }
    }

    private void followOnce(Consumer<String, Received> reader) {
        try {
            List<CompletableFuture<Void>> asked = List.copyOf(waiting);
            long end =
                    asked.isEmpty() ? 0 : reader.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            do {
                topic.read(reader.poll(reader.position(PARTITION) < end || asked.isEmpty() ? POLL : Duration.ZERO));
            } while (running && reader.position(PARTITION) < end);
            complete |= !asked.isEmpty();
            if (complete) {
                topic.known();
            }
            waiting.removeAll(asked);
            asked.forEach(read -> read.complete(null));
        } catch (WakeupException asked) {
            // Somebody waits, or the service stops; the loop looks.
        } catch (RetriableException away) {
            log.warn("The topic of rules cannot be read just now; trying again", away);
        }
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
