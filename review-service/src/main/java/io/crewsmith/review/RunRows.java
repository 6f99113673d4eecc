package io.crewsmith.review;

import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.review.model.Checks;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads runs from their rows. */
final class RunRows implements RowMapper<Run> {

    private final EventCodec codec;
    private final Approvals approvals;

    RunRows(EventCodec codec, Approvals approvals) {
        this.codec = codec;
        this.approvals = approvals;
    }

    @Override
    public Run mapRow(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("run_id", UUID.class);
        var scan = (ScanCompleted) codec.decode(row.getBytes("scan"));
        return new Run(
                id,
                row.getObject("agent_id", UUID.class),
                RunStatus.valueOf(row.getString("status")),
                row.getBoolean("active"),
                scan.getCandidate().getCodeDigest(),
                authors(row.getString("author"), row.getString("requested_by")),
                requirement(row),
                approvals.of(id),
                new Checks(Checks.Result.valueOf(row.getString("checks_result")), row.getString("checks_details")));
    }

    private static Requirement requirement(ResultSet row) throws SQLException {
        return new Requirement(
                row.getInt("required_approvals"),
                Approvals.texts(row, "required_roles"),
                row.getBoolean("required_checks"));
    }

    private static Set<String> authors(String author, String requestedBy) {
        return author.equals(requestedBy) ? Set.of(author) : Set.of(author, requestedBy);
    }
}
