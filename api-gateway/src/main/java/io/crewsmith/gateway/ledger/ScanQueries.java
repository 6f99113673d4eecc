package io.crewsmith.gateway.ledger;

import io.crewsmith.gateway.model.TrailEntry;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be asked of the ledger about the validator's work. */
public class ScanQueries {

    private final DatabaseClient database;

    ScanQueries(DatabaseClient database) {
        this.database = database;
    }

    /** The scan of a run, as JSON. */
    public Mono<String> scanOf(UUID runId) {
        return database.sql("""
                        select event from ledger.events
                        where run_id = :run and type = 'ScanCompleted' order by position desc limit 1
                        """).bind("run", runId).mapValue(String.class).one();
    }

    /** Security incidents before a position, the newest first. */
    public Flux<TrailEntry> incidents(long before, int limit) {
        return database.sql("""
                        select * from ledger.events
                        where type = 'SecurityIncident' and position < :before order by position desc limit :limit
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .map(Rows::trailEntry)
                .all();
    }

    /** The newest announcement of the rules of that policy, or of any where there is none of it, as JSON. */
    public Mono<String> announcedRules(String policyVersion) {
        return database.sql("""
                        select event from ledger.events where type = 'RulesAnnounced'
                        order by event ->> 'policyVersion' = :policy desc, position desc limit 1
                        """)
                .bind("policy", policyVersion)
                .mapValue(String.class)
                .one();
    }
}
