package io.crewsmith.agent;

import io.crewsmith.agent.model.Change;
import io.crewsmith.agent.model.Known;
import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.catalogue.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the configurations of one kind, and their revisions, in the schema {@code agents}. */
final class ConfigurationStore {

    private final JdbcClient jdbc;
    private final Kind kind;
    private final Tables tables;

    ConfigurationStore(JdbcClient jdbc, Kind kind) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.tables = Tables.of(kind);
    }

    Kind kind() {
        return kind;
    }

    Optional<StoredConfiguration> find(UUID id) {
        return jdbc.sql("""
                        select current.id, current.%s as key, current.revision, current.author,
                          revision.configuration, revision.configuration_digest, revision.saved_at
                        from agents.%s current
                        join agents.%s revision on revision.%s = current.id and revision.revision = current.revision
                        where current.id = ?
                        """.formatted(tables.key(), tables.current(), tables.revisions(), tables.id()))
                .param(id)
                .query(ConfigurationStore::stored)
                .optional();
    }

    /** What is known of the id and the key. */
    Known known(UUID id, String key) {
        return new Known(
                find(id),
                jdbc.sql("select key from agents.keys where kind = ? and id = ?")
                        .params(kind.word(), id)
                        .query(String.class)
                        .optional(),
                jdbc.sql("select id from agents.keys where kind = ? and key = ?")
                        .params(kind.word(), key)
                        .query(UUID.class)
                        .optional(),
                jdbc.sql("select coalesce(max(revision), 0) from agents.%s where %s = ?"
                                .formatted(tables.revisions(), tables.id()))
                        .param(id)
                        .query(Integer.class)
                        .single());
    }

    void store(Change change, int revision, String author, Instant now) {
        jdbc.sql("insert into agents.keys (kind, key, id) values (?, ?, ?) on conflict do nothing")
                .params(kind.word(), change.key(), change.id())
                .update();
        jdbc.sql("""
                        insert into agents.%s (%s, revision, configuration, configuration_digest, author, saved_at)
                        values (?, ?, ?, ?, ?, ?)
                        """.formatted(tables.revisions(), tables.id()))
                .params(change.id(), revision, change.configuration(), change.digest(), author, Timestamp.from(now))
                .update();
        remove(change.id());
        jdbc.sql(tables.insert())
                .param("configuration", change.configuration())
                .param("id", change.id())
                .param("revision", revision)
                .param("author", author)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Removes it; its revisions and its key stay. */
    void remove(UUID id) {
        String delete = "delete from agents.%s where id = ?".formatted(tables.current());
        jdbc.sql(kind == Kind.AGENT ? """
                                with gone as (%s returning memory_config_id)
                                delete from agents.agent_memory_configs where id in (select memory_config_id from gone)
                                """.formatted(delete) : delete).param(id).update();
    }

    private static StoredConfiguration stored(ResultSet row, int number) throws SQLException {
        return new StoredConfiguration(
                row.getObject("id", UUID.class),
                row.getString("key"),
                row.getInt("revision"),
                row.getString("author"),
                row.getString("configuration"),
                row.getString("configuration_digest"),
                row.getTimestamp("saved_at").toInstant());
    }
}
