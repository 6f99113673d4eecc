package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Approval;
import io.crewsmith.review.model.Checks;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps runs, with the scan that each was opened by, in the schema {@code reviews}. */
final class RunStore {

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final Approvals approvals;
    private final RunRows rows;

    RunStore(JdbcClient jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.approvals = new Approvals(jdbc);
        this.rows = new RunRows(codec, approvals);
    }

    void open(Received received, Candidate candidate, RunStatus status, Requirement requirement, Instant now) {
        jdbc.sql("""
                        insert into reviews.runs
                          (run_id, agent_id, agent_key, status, author, requested_by, scan, opened_at, requested_at,
                           configuration_digest, revision, required_approvals, required_roles, required_checks)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(UUID.fromString(received.envelope().getRunId()))
                .param(UUID.fromString(received.envelope().getSubject()))
                .param(candidate.getAgentKey())
                .param(status.name())
                .param(candidate.getAuthor())
                .param(candidate.getRequestedBy())
                .param(received.bytes())
                .param(Timestamp.from(now))
                .param(status == RunStatus.REVIEW_REQUIRED ? Timestamp.from(now) : null)
                .param(candidate.getConfigurationDigest())
                .param(candidate.getRevision())
                .param(requirement.approvals())
                .param(requirement.roles().toArray(String[]::new))
                .param(requirement.checks())
                .update();
    }

    /** The run, locked until the transaction ends, so that two decisions come one after the other. */
    Optional<Run> lock(UUID runId) {
        oneAtATime(runId);
        return jdbc.sql("select * from reviews.runs where run_id = ? for update")
                .param(runId)
                .query(rows)
                .optional();
    }

    /** The version that was approved last before the given one and was not rolled back. */
    Optional<Run> lockVersionBefore(Run run) {
        return jdbc.sql("""
                        select * from reviews.runs
                        where agent_id = ? and status = 'APPROVED' and run_id <> ?
                          and decided_at < (select decided_at from reviews.runs where run_id = ?)
                        order by decided_at desc limit 1 for update
                        """)
                .param(run.agentId())
                .param(run.id())
                .param(run.id())
                .query(rows)
                .optional();
    }

    /** Run of the approved version that counts. */
    Optional<UUID> active(UUID agentId) {
        return jdbc.sql("select run_id from reviews.runs where agent_id = ? and active")
                .param(agentId)
                .query(UUID.class)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<Run> lockActive(UUID agentId) {
        return jdbc.sql("select * from reviews.runs where agent_id = ? and active for update")
                .param(agentId)
                .query(rows)
                .optional();
    }

    ScanCompleted scanOf(UUID runId) {
        byte[] bytes = jdbc.sql("select scan from reviews.runs where run_id = ?")
                .param(runId)
                .query(byte[].class)
                .single();
        return (ScanCompleted) codec.decode(bytes);
    }

    /** A review begins, perhaps anew. */
    void request(UUID runId, Instant now) {
        approvals.forget(runId);
        jdbc.sql("""
                        update reviews.runs set status = 'REVIEW_REQUIRED', requested_at = ?, bundle = null
                        where run_id = ?
                        """).param(Timestamp.from(now)).param(runId).update();
    }

    Instant requestedAt(UUID runId) {
        return jdbc.sql("select requested_at from reviews.runs where run_id = ?")
                .param(runId)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void approve(UUID runId, Approval approval, ScanCompleted scan, String verdictDigest, Instant now) {
        approvals.add(runId, approval, scan.getCandidate(), verdictDigest, now);
    }

    void report(UUID runId, Checks checks) {
        jdbc.sql("update reviews.runs set checks_result = ?, checks_details = ? where run_id = ?")
                .param(checks.result().name())
                .param(checks.details())
                .param(runId)
                .update();
    }

    List<Approval> approvalsOf(UUID runId) {
        return approvals.of(runId);
    }

    /** From now on it is shown with others. */
    void bundle(UUID runId, UUID bundle) {
        jdbc.sql("update reviews.runs set bundle = ? where run_id = ?")
                .params(bundle, runId)
                .update();
    }

    /** Id of the bundle that shows it; null where it is shown for itself, or not at all. */
    @Nullable
    String bundleOf(UUID runId) {
        return jdbc.sql("select bundle::text from reviews.runs where run_id = ? and bundle is not null")
                .param(runId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void outdate(UUID runId) {
        approvals.forget(runId);
        jdbc.sql("update reviews.runs set status = 'OUTDATED' where run_id = ?")
                .param(runId)
                .update();
    }

    void decide(UUID runId, RunStatus status, String reviewer, @Nullable String comments, Instant now) {
        jdbc.sql("""
                        update reviews.runs set status = ?, reviewer = ?, comments = ?, decided_at = ? where run_id = ?
                        """)
                .param(status.name())
                .param(reviewer)
                .param(comments)
                .param(Timestamp.from(now))
                .param(runId)
                .update();
    }

    void rolledBack(UUID runId) {
        jdbc.sql("update reviews.runs set status = 'ROLLED_BACK' where run_id = ?")
                .param(runId)
                .update();
    }

    void activate(Run run) {
        jdbc.sql("update reviews.runs set active = false where agent_id = ? and active")
                .param(run.agentId())
                .update();
        jdbc.sql("update reviews.runs set active = true where run_id = ?")
                .param(run.id())
                .update();
    }

    /** Also holds where there is no row yet to lock: a scan and a command that overtook it must see each other. */
    void oneAtATime(UUID runId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(runId.toString())
                .query()
                .singleRow();
    }
}
