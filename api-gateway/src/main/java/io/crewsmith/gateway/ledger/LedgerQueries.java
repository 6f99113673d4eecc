package io.crewsmith.gateway.ledger;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.gateway.model.SavedConfiguration;
import io.crewsmith.gateway.model.TrailEntry;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What can be asked of the ledger. */
public class LedgerQueries {

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final DatabaseClient database;

    LedgerQueries(DatabaseClient database) {
        this.database = database;
    }

    /** The configuration, unless it was deleted. */
    public Mono<SavedConfiguration> configuration(Kind kind, UUID id) {
        return database.sql("select * from ledger.configurations where kind = :kind and id = :id and not deleted")
                .bind("kind", kind.word())
                .bind("id", id)
                .map(Rows::configuration)
                .one();
    }

    /** The id that had the key until it was deleted. */
    public Mono<UUID> deletedOwner(Kind kind, String key) {
        return database.sql("select id from ledger.configurations where kind = :kind and key = :key and deleted")
                .bind("kind", kind.word())
                .bind("key", key)
                .mapValue(UUID.class)
                .first();
    }

    /** What the event was about. */
    public Mono<UUID> subjectOf(UUID eventId) {
        return database.sql("select subject from ledger.events where event_id = :id")
                .bind("id", eventId)
                .mapValue(UUID.class)
                .one();
    }

    /** Those of these ids that are there, of whatever kind. */
    public Flux<SavedConfiguration> configurations(Collection<UUID> ids) {
        return database.sql("select * from ledger.configurations where id = any(:ids) and not deleted")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(Rows::configuration)
                .all();
    }

    /** Configurations of a kind in the order of their keys, those after the given key. */
    public Flux<SavedConfiguration> configurations(Kind kind, String afterKey, int limit) {
        return database.sql("""
                        select * from ledger.configurations
                        where kind = :kind and key > :after and not deleted order by key limit :limit
                        """)
                .bind("kind", kind.word())
                .bind("after", afterKey)
                .bind("limit", limit)
                .map(Rows::configuration)
                .all();
    }

    /** Agents that have all of these; null: whatever they have. One more than the limit, to show that there are more. */
    public Flux<SavedConfiguration> agentsWith(
            @Nullable String departmentId, @Nullable String model, @Nullable String tool, int limit) {
        return database.sql("""
                        select * from ledger.configurations
                        where kind = 'agent' and not deleted
                          and (:department is null or configuration ->> 'department_id' = :department)
                          and (:model is null or configuration ->> 'llm_model' = :model)
                          and (:tool is null or exists (
                            select from json_array_elements_text(configuration -> 'tools') tool where tool = :tool))
                        order by key limit :limit
                        """)
                .bind("department", Parameters.text(departmentId))
                .bind("model", Parameters.text(model))
                .bind("tool", Parameters.text(tool))
                .bind("limit", limit + 1)
                .map(Rows::configuration)
                .all();
    }

    public Mono<Deployment> deployment(UUID id) {
        return database.sql("select * from ledger.agent_code_deployments where deployment_id = :id")
                .bind("id", id)
                .map(Rows::deployment)
                .one();
    }

    /** Deployments, the newest first, those before the given one; of one agent or crew, or of all. */
    public Flux<Deployment> deployments(@Nullable UUID agentId, @Nullable UUID before, int limit) {
        return database.sql("""
                        select * from ledger.agent_code_deployments
                        where deployment_id < :before and (:agent_id is null or agent_id = :agent_id)
                        order by deployment_id desc limit :limit
                        """)
                .bind("before", before == null ? HIGHEST : before)
                .bind("agent_id", Parameters.uuid(agentId == null ? null : agentId.toString()))
                .bind("limit", limit)
                .map(Rows::deployment)
                .all();
    }

    /** What happened to an agent or a crew after a position, in the order in which the ledger saw it. */
    public Flux<TrailEntry> trailOf(UUID subject, long after, int limit) {
        return database.sql("""
                        select * from ledger.events where subject = :subject and position > :after
                        order by position limit :limit
                        """)
                .bind("subject", subject)
                .bind("after", after)
                .bind("limit", limit)
                .map(Rows::trailEntry)
                .all();
    }

    /** The trail of a run, in the order of causes. */
    public Flux<TrailEntry> trail(UUID runId) {
        return database.sql("select * from ledger.events where run_id = :run_id order by recorded_at, position")
                .bind("run_id", runId)
                .map(Rows::trailEntry)
                .all();
    }

    /** Entries after a position, in the order of positions. */
    public Flux<TrailEntry> entriesAfter(long position, int limit) {
        return database.sql("select * from ledger.events where position > :position order by position limit :limit")
                .bind("position", position)
                .bind("limit", limit)
                .map(Rows::trailEntry)
                .all();
    }

    /** The position of the newest entry; 0 where there is none. */
    public Mono<Long> newestPosition() {
        return database.sql("select coalesce(max(position), 0) as position from ledger.events")
                .mapValue(Long.class)
                .one();
    }

    /** The event as JSON. */
    public Mono<String> event(UUID id) {
        return database.sql("select event from ledger.events where event_id = :id")
                .bind("id", id)
                .mapValue(String.class)
                .one();
    }

    /** The trace that the run began with, as W3C's {@code traceparent}; empty where it began without one. */
    public Mono<String> traceParent(UUID runId) {
        return database.sql("""
                        select trace_parent from ledger.events
                        where run_id = :run and trace_parent is not null order by position limit 1
                        """).bind("run", runId).mapValue(String.class).one();
    }

    /** The first event of one of these types that the command led to in its run, over any number of causes. */
    public Mono<Effect> effect(UUID runId, UUID commandId, List<String> types) {
        return database.sql("""
                        with recursive effects as (
                          select event_id, type, event, position from ledger.events
                          where run_id = :run and causation_id = :command
                          union all
                          select next.event_id, next.type, next.event, next.position
                          from ledger.events next join effects on next.causation_id = effects.event_id
                          where next.run_id = :run)
                        select type, event from effects where type = any(:types) order by position limit 1
                        """)
                .bind("run", runId)
                .bind("command", commandId)
                .bind("types", types.toArray(String[]::new))
                .map(Rows::effect)
                .one();
    }
}
