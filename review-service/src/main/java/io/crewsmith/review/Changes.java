package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.review.model.RunStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows which runs are older than the configuration. Commands about one agent come in one order, so a change that was asked
 * for before an approval is always seen before it.
 */
final class Changes {

    /** Not a parameter, so that the index of the open runs serves. */
    private static final String OPEN = Arrays.stream(RunStatus.values())
            .filter(RunStatus::isOpen)
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A run was asked for: it knows every change so far. */
    void began(UUID runId, UUID subject) {
        lock(subject);
        jdbc.sql("""
                        insert into reviews.bases (run_id, subject, changes)
                        select ?, subject, changes from reviews.subjects where subject = ?
                        on conflict do nothing
                        """).params(runId, subject).update();
    }

    /**
     * A change was asked for.
     *
     * @param digest of the configuration as it shall be; null where it shall be gone
     * @return the open runs that do not know it
     */
    List<UUID> changed(UUID subject, @Nullable String digest, String by) {
        lock(subject);
        jdbc.sql("update reviews.subjects set changes = changes + 1, digest = ?, changed_by = ? where subject = ?")
                .param(digest)
                .param(by)
                .param(subject)
                .update();
        return jdbc.sql("""
                        select run_id from reviews.runs join reviews.bases using (run_id)
                        where agent_id = ? and status in (%s)
                          and bases.changes < (select changes from reviews.subjects where subject = agent_id)
                          and configuration_digest is distinct from ?
                        """.formatted(OPEN))
                .param(subject)
                .param(digest)
                .query(Changes::run)
                .list();
    }

    /**
     * A revision was saved, by whatever way it was asked for.
     *
     * @return the open runs of earlier revisions
     */
    List<UUID> saved(UUID subject, int revision, String by) {
        lock(subject);
        jdbc.sql("update reviews.subjects set revision = ?, changed_by = ? where subject = ? and revision < ?")
                .params(revision, by, subject, revision)
                .update();
        return jdbc.sql("""
                        select run_id from reviews.runs
                        where agent_id = ? and status in (%s) and revision < ?
                        """.formatted(OPEN))
                .params(subject, revision)
                .query(Changes::run)
                .list();
    }

    /** Whether the configuration was changed between the request for this code and now, and by whom. */
    @Nullable
    String changedSince(UUID runId, UUID subject, Candidate candidate) {
        lock(subject);
        return jdbc.sql("""
                        select changed_by from reviews.subjects left join reviews.bases using (subject)
                        where subject = :subject and (revision > :revision
                          or (run_id = :run and bases.changes < subjects.changes and digest is distinct from :digest))
                        limit 1
                        """)
                .param("subject", subject)
                .param("run", runId)
                .param("revision", candidate.getRevision())
                .param("digest", candidate.getConfigurationDigest())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static UUID run(ResultSet row, int number) throws SQLException {
        return row.getObject("run_id", UUID.class);
    }

    /** Held until the transaction ends: a change and a scan must see each other. */
    private void lock(UUID subject) {
        jdbc.sql("insert into reviews.subjects (subject) values (?) on conflict do nothing")
                .param(subject)
                .update();
        jdbc.sql("select 1 from reviews.subjects where subject = ? for update")
                .param(subject)
                .query()
                .singleRow();
    }
}
