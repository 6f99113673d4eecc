package io.crewsmith.gateway.batch;

import io.crewsmith.events.v1.BundleReviews;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.schemas.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has the runs of a batch that are to share a pull request shown together, once all of them have their result. */
final class Bundling {

    private static final String[] ON_A_BRANCH = {"BranchPushed", "MergeConflicted", "GitFailed"};

    private final ServiceSchema schema;

    Bundling(ServiceSchema schema) {
        this.schema = schema;
    }

    /** In the transaction of the driver's turn. */
    void goOn(Instant now) {
        for (Complete bundle : complete()) {
            List<String> runs = runs(bundle.id());
            if (!runs.isEmpty()) {
                schema.outbox()
                        .append(
                                Topics.COMMANDS,
                                new BundleReviews(
                                        Envelopes.first(
                                                Envelopes.newId(), bundle.id(), bundle.id(), bundle.requestedBy(), now),
                                        runs));
            }
            schema.jdbc()
                    .sql("update batches.bundles set bundled_at = ? where bundle_id = ?")
                    .params(Timestamp.from(now), bundle.id())
                    .update();
        }
    }

    /** A review whose branch is late is waited for, however long the batch waited for it: nobody would see it otherwise. */
    private List<Complete> complete() {
        return schema.jdbc()
                .sql("""
                        select bundle_id, requested_by
                        from batches.bundles bundle join batches.batches batch using (batch_id)
                        where bundled_at is null and not exists (
                          select from batches.items item where item.bundle_id = bundle.bundle_id and state <> 'done')
                        and not exists (
                          select from batches.items item
                          where item.bundle_id = bundle.bundle_id
                            and exists (select from ledger.events event
                              where event.run_id = item.run_id and event.type = 'ReviewRequested')
                            and not exists (select from ledger.events event
                              where event.run_id = item.run_id and event.type = any (:results)))
                        """)
                .param("results", ON_A_BRANCH)
                .query(Complete::of)
                .list();
    }

    /** Those whose code is on a branch; nothing can be shown of the others. */
    private List<String> runs(UUID bundle) {
        return schema.jdbc().sql("""
                        select run_id from batches.items item
                        where bundle_id = ? and exists (
                          select from ledger.events event
                          where event.run_id = item.run_id and event.type = 'BranchPushed')
                        order by position
                        """).param(bundle).query(Bundling::run).list();
    }

    private static String run(ResultSet row, int number) throws SQLException {
        return row.getString("run_id");
    }

    private record Complete(UUID id, String requestedBy) {

        static Complete of(ResultSet row, int number) throws SQLException {
            return new Complete(row.getObject("bundle_id", UUID.class), row.getString("requested_by"));
        }
    }
}
