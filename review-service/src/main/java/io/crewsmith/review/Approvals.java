package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.review.model.Approval;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who approved what: the code, the verdict and the template, by their digests. */
final class Approvals {

    private final JdbcClient jdbc;

    Approvals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID runId, Approval approval, Candidate candidate, String verdictDigest, Instant now) {
        jdbc.sql("""
                        insert into reviews.approvals
                          (run_id, reviewer, roles, code_digest, verdict_digest, template_digest, given_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(runId)
                .param(approval.reviewer())
                .param(approval.roles().toArray(String[]::new))
                .param(candidate.getCodeDigest())
                .param(verdictDigest)
                .param(candidate.getTemplate().getDigest())
                .param(Timestamp.from(now))
                .update();
    }

    /** In the order in which they were given. */
    List<Approval> of(UUID runId) {
        return jdbc.sql("select reviewer, roles from reviews.approvals where run_id = ? order by position")
                .param(runId)
                .query((row, number) -> new Approval(row.getString("reviewer"), texts(row, "roles")))
                .list();
    }

    /** Approvals of a review that begins anew do not count any more. */
    void forget(UUID runId) {
        jdbc.sql("delete from reviews.approvals where run_id = ?").param(runId).update();
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Set.of((String[]) array.getArray());
    }
}
