package io.crewsmith.gateway.ledger;

import static java.util.Objects.requireNonNull;

import io.crewsmith.gateway.model.PastRun;
import io.crewsmith.gateway.model.RuleRevision;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be asked of the ledger about custom rules, and the code that they can be tried on. */
public class RuleQueries {

    private final DatabaseClient database;

    RuleQueries(DatabaseClient database) {
        this.database = database;
    }

    /** The newest revision of the rule, unless that is its deletion. */
    public Mono<RuleRevision> rule(String id) {
        return revisions(id).next().filter(newest -> newest.text() != null);
    }

    /** Every revision of the rule, the newest first; none where there never was one. */
    public Flux<RuleRevision> revisions(String id) {
        return database.sql("select * from ledger.rules where rule = :rule order by revision desc")
                .bind("rule", id)
                .map(RuleQueries::revision)
                .all();
    }

    /** The rules in force, in the order of their ids, those after the given one. */
    public Flux<RuleRevision> rules(String after, int limit) {
        return database.sql("""
                        select * from (
                          select distinct on (rule) * from ledger.rules where rule > :after
                          order by rule, revision desc) newest
                        where text is not null order by rule limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(RuleQueries::revision)
                .all();
    }

    /** The newest runs that have code, the newest first, as many as come to no more than that many bytes of it. */
    public Flux<PastRun> pastRuns(int limit, int bytes) {
        return database.sql("""
                        select * from (
                          select *, sum(octet_length(generated_code)) over (order by deployment_id desc) as bytes
                          from (
                            select deployment_id, agent_key, revision, created_at, generated_code from ledger.runs
                            where generated_code is not null order by deployment_id desc limit :limit) newest) sized
                        where bytes <= :bytes order by deployment_id desc
                        """)
                .bind("limit", limit)
                .bind("bytes", bytes)
                .map(RuleQueries::pastRun)
                .all();
    }

    private static RuleRevision revision(Readable row) {
        return new RuleRevision(
                required(row, "rule", String.class),
                required(row, "revision", Integer.class),
                required(row, "author", String.class),
                required(row, "saved_at", Instant.class),
                row.get("title", String.class),
                row.get("severity", String.class),
                row.get("text", String.class));
    }

    private static PastRun pastRun(Readable row) {
        return new PastRun(
                required(row, "deployment_id", UUID.class),
                row.get("agent_key", String.class),
                row.get("revision", Integer.class),
                required(row, "created_at", Instant.class),
                required(row, "generated_code", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
