package io.crewsmith.review;

import io.crewsmith.events.v1.ReviewReminded;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.schemas.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reminds of reviews that wait for long, once for each request, whichever instance sees it first. */
final class Reminders {

    private static final String SENDER = "review-service";

    private final ServiceSchema schema;
    private final Duration after;
    private final Clock clock;

    Reminders(ServiceSchema schema, Duration after, Clock clock) {
        this.schema = schema;
        this.after = after;
        this.clock = clock;
    }

    private record Waiting(UUID runId, UUID agentId, String agentKey, Instant since) {

        static Waiting of(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    row.getObject("run_id", UUID.class),
                    row.getObject("agent_id", UUID.class),
                    row.getString("agent_key"),
                    row.getTimestamp("requested_at").toInstant());
        }
    }

    /** How many it reminded of. */
    int remind() {
        Integer reminded = schema.transactions().execute(transaction -> {
            Instant now = clock.instant();
            List<Waiting> waiting = takeOverdue(now);
            waiting.forEach(review -> say(review, now));
            return waiting.size();
        });
        return reminded == null ? 0 : reminded;
    }

    private List<Waiting> takeOverdue(Instant now) {
        return schema.jdbc()
                .sql("""
                        update reviews.runs set reminded_at = :now where run_id in (
                          select run_id from reviews.runs
                          where status = 'REVIEW_REQUIRED' and requested_at < :before
                            and (reminded_at is null or reminded_at < requested_at)
                          for update skip locked)
                        returning run_id, agent_id, agent_key, requested_at
                        """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(after)))
                .query(Waiting::of)
                .list();
    }

    private void say(Waiting review, Instant now) {
        UUID id = Envelopes.namedId("reminder of %s since %s".formatted(review.runId(), review.since()));
        schema.outbox()
                .append(
                        Topics.REVIEWS,
                        new ReviewReminded(
                                Envelopes.first(id, review.runId(), review.agentId(), SENDER, now),
                                review.agentKey(),
                                review.since()));
    }
}
