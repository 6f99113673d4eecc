package io.crewsmith.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;

/** Numbers written to a topic, to a consumer group's offset and to a table, and read back. */
final class Journal {

    private static final TopicPartition TOPIC = new TopicPartition("journal", 0);
    private static final Map<String, Object> GROUP = Map.of(
            ConsumerConfig.GROUP_ID_CONFIG, "readers",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);

    private final EmbeddedServices services;

    Journal(EmbeddedServices services) {
        this.services = services;
    }

    void open() throws ExecutionException, InterruptedException, SQLException {
        try (Admin admin = Admin.create(bootstrap(Map.of()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE journal (number int PRIMARY KEY)");
        }
    }

    /** Returns when the broker has acknowledged the record. */
    void send(KafkaProducer<Integer, Integer> producer, int number) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(TOPIC.topic(), 0, number, number)).get();
    }

    /** Returns when the commit is acknowledged. */
    void insert(Connection connection, int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO journal VALUES (" + number + ")");
        }
    }

    void commitOffset(KafkaConsumer<Integer, Integer> consumer, long offset) {
        consumer.commitSync(Map.of(TOPIC, new OffsetAndMetadata(offset)));
    }

    long committedOffset() {
        try (KafkaConsumer<Integer, Integer> consumer = consumer()) {
            return Objects.requireNonNull(consumer.committed(Set.of(TOPIC)).get(TOPIC))
                    .offset();
        }
    }

    List<Integer> records() {
        List<Integer> numbers = new ArrayList<>();
        try (KafkaConsumer<Integer, Integer> consumer = consumer()) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end =
                    Objects.requireNonNull(consumer.endOffsets(List.of(TOPIC)).get(TOPIC));
            while (consumer.position(TOPIC) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> numbers.add(record.value()));
            }
        }
        return numbers;
    }

    List<Integer> rows() throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number FROM journal ORDER BY number")) {
            while (rows.next()) {
                numbers.add(rows.getInt(1));
            }
        }
        return numbers;
    }

    Connection connect() throws SQLException {
        DatabaseAddress database = services.database();
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    KafkaProducer<Integer, Integer> producer() {
        return new KafkaProducer<>(
                bootstrap(Map.of(ProducerConfig.ACKS_CONFIG, "all")), new IntegerSerializer(), new IntegerSerializer());
    }

    KafkaConsumer<Integer, Integer> consumer() {
        return new KafkaConsumer<>(bootstrap(GROUP), new IntegerDeserializer(), new IntegerDeserializer());
    }

    private Map<String, Object> bootstrap(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", services.bootstrapServers());
        return all;
    }
}
