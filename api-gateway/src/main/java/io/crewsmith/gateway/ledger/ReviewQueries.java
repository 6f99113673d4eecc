package io.crewsmith.gateway.ledger;

import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.gateway.model.TrailEntry;
import io.crewsmith.gateway.model.Version;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a reviewer asks of the ledger: what was decided, and what there is to compare. */
public class ReviewQueries {

    private static final String VERSION =
            "select deployment_id, agent_id, configuration::text as configuration, generated_code from ledger.runs";

    private final DatabaseClient database;

    ReviewQueries(DatabaseClient database) {
        this.database = database;
    }

    /** What was decided about a run, the first first. */
    public Flux<TrailEntry> decisions(UUID runId) {
        return database.sql("""
                        select * from ledger.events where run_id = :run_id and type in
                          ('ApprovalGiven', 'ReviewApproved', 'ReviewRejected', 'ChangesRequested', 'ReviewVoided')
                        order by recorded_at, position
                        """).bind("run_id", runId).map(Rows::trailEntry).all();
    }

    /** The newest run of an agent or a crew, if a reviewer wants it changed. */
    public Mono<UUID> runToChange(UUID agentId) {
        return database.sql("""
                        select deployment_id from (
                          select deployment_id, review_state from ledger.runs
                          where agent_id = :id order by deployment_id desc limit 1) newest
                        where review_state = 'needs_changes'
                        """).bind("id", agentId).mapValue(UUID.class).one();
    }

    /** The runs that a pull request shows at the forge. */
    public Flux<Deployment> shownBy(int pullRequest) {
        return database.sql(
                        "select * from ledger.agent_code_deployments where pr_number = :number order by deployment_id")
                .bind("number", pullRequest)
                .map(Rows::deployment)
                .all();
    }

    /** The runs under review that need passed checks and whose code this commit shows. */
    public Flux<Deployment> toCheckAt(String commit) {
        return database.sql("""
                        select * from ledger.agent_code_deployments
                        where checks_required and coalesce(pr_commit, git_commit_hash) = :commit
                          and deployment_status = 'review_required'
                        order by deployment_id
                        """).bind("commit", commit).map(Rows::deployment).all();
    }

    /** The commits of those whose checks have not passed. */
    public Flux<String> uncheckedCommits() {
        return database.sql("""
                        select distinct coalesce(pr_commit, git_commit_hash) from ledger.agent_code_deployments
                        where checks_required and git_commit_hash is not null
                          and deployment_status = 'review_required' and checks_result is distinct from 'passed'
                        """).mapValue(String.class).all();
    }

    /** When the oldest run began that is under review at the forge. */
    public Mono<Instant> underReviewSince() {
        return database.sql("""
                        select created_at from ledger.runs
                        where pr_number is not null and review_state = 'requested' order by created_at limit 1
                        """).mapValue(Instant.class).first();
    }

    /** The configuration and the code of a deployment that has code. */
    public Mono<Version> version(UUID id) {
        return database.sql("%s where deployment_id = :id and generated_code is not null".formatted(VERSION))
                .bind("id", id)
                .map(Rows::version)
                .one();
    }

    /** The version that a deployment is best compared with: what it revises, what is active, or the one before. */
    public Mono<Version> versionBefore(UUID id) {
        return database.sql("""
                        %s as other join (select deployment_id as id, agent_id as subject, revises as revised
                          from ledger.runs where deployment_id = :id) this on other.agent_id = this.subject
                        where other.deployment_id <> :id and other.generated_code is not null
                          and (other.deployment_id < :id or other.is_active)
                        order by other.deployment_id = this.revised desc nulls last, other.is_active desc,
                          other.deployment_id desc
                        limit 1
                        """.formatted(VERSION))
                .bind("id", id)
                .map(Rows::version)
                .one();
    }
}
