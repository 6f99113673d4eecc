package io.crewsmith.gateway.batch;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.batch.Batch.PullRequest;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.outbox.ServiceSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps batches, and tells how far they are. Blocks. */
public class Batches {

    /** The items of one batch with the status of their runs. A change that was refused began no deployment. */
    private static final String PROGRESS = """
            with progress as (
              select item.position, item.kind, item.subject_id, item.run_id,
                case when item.state = 'waiting' then 'waiting'
                  when rejection.event is not null then 'refused'
                  else coalesce(run.deployment_status, 'pending') end as status,
                coalesce(run.problem, rejection.event -> 'problems' -> 0 ->> 'message') as problem
              from batches.items item
              left join ledger.agent_code_deployments run on run.deployment_id = item.run_id
              left join lateral (
                select event from ledger.events
                where run_id = item.run_id and type in ('AgentRejected', 'CrewRejected') limit 1) rejection on true
              where item.batch_id = ?)
            """;

    private final ServiceSchema schema;
    private final BatchSettings settings;
    private final Clock clock;

    Batches(ServiceSchema schema, BatchSettings settings, Clock clock) {
        this.schema = schema;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes the order; the same order again changes nothing. */
    public void take(BatchOrder order) {
        schema.transactions().executeWithoutResult(transaction -> {
            boolean isNew = schema.jdbc()
                            .sql("""
                            insert into batches.batches
                              (batch_id, requested_by, create_pull_request, share_pull_requests, deploy_immediately, created_at)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                            .params(
                                    order.id(),
                                    order.requestedBy(),
                                    order.request().createPullRequest(),
                                    order.request().sharePullRequests(),
                                    order.request().deployImmediately(),
                                    Timestamp.from(clock.instant()))
                            .update()
                    == 1;
            if (isNew) {
                add(order);
            }
        });
    }

    private void add(BatchOrder order) {
        List<UUID> bundles = bundles(order);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int position = 0; position < order.wanted().size(); position++) {
            Map<String, Object> row = new HashMap<>(Map.of(
                    "batch_id", order.id(),
                    "position", position,
                    "kind", order.wanted().get(position).kind().word(),
                    "subject_id", order.wanted().get(position).id(),
                    "run_id", Envelopes.newId()));
            if (!bundles.isEmpty()) {
                row.put("bundle_id", bundles.get(position / settings.perPullRequest()));
            }
            rows.add(row);
        }
        schema.jdbc()
                .sql("""
                        insert into batches.items (batch_id, position, kind, subject_id, run_id, bundle_id)
                        select batch_id, position, kind, subject_id, run_id, bundle_id
                        from json_populate_recordset(null::batches.items, cast(? as json))
                        """)
                .param(JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    /** Those that its runs are to be shown in, in its order; none where each is shown for itself. */
    private List<UUID> bundles(BatchOrder order) {
        if (!order.request().createPullRequest() || !order.request().sharePullRequests()) {
            return List.of();
        }
        List<UUID> bundles = new ArrayList<>();
        for (int first = 0; first < order.wanted().size(); first += settings.perPullRequest()) {
            UUID bundle = Envelopes.newId();
            schema.jdbc()
                    .sql("insert into batches.bundles (bundle_id, batch_id) values (?, ?)")
                    .params(bundle, order.id())
                    .update();
            bundles.add(bundle);
        }
        return bundles;
    }

    public Optional<Batch> find(UUID id) {
        Map<String, Integer> statuses = new HashMap<>();
        schema.jdbc()
                .sql(PROGRESS
                        + "select status, count(*) as number from progress where status <> 'waiting' group by status")
                .param(id)
                .query(row -> {
                    statuses.put(row.getString("status"), row.getInt("number"));
                });
        return schema.jdbc()
                .sql("""
                        select batch.*, count(*) as total, max(done_at) as last_done_at,
                          count(*) filter (where state = 'waiting') as waiting,
                          count(*) filter (where state = 'running') as running
                        from batches.batches batch join batches.items item using (batch_id)
                        where batch_id = ? group by batch_id
                        """)
                .param(id)
                .query((row, number) -> batch(row, pullRequests(id), statuses))
                .optional();
    }

    private List<PullRequest> pullRequests(UUID id) {
        return schema.jdbc()
                .sql("""
                        select pr_number, pr_url, count(*) as runs
                        from batches.items item join ledger.runs run on run.deployment_id = item.run_id
                        where batch_id = ? and pr_number is not null group by pr_number, pr_url order by pr_number
                        """)
                .param(id)
                .query((row, number) ->
                        new PullRequest(row.getInt("pr_number"), row.getString("pr_url"), row.getInt("runs")))
                .list();
    }

    /** Runs of the batch, those after the position. */
    public List<BatchItem> items(UUID id, int afterPosition, int limit) {
        return schema.jdbc()
                .sql(PROGRESS + "select * from progress where position > ? order by position limit ?")
                .params(id, afterPosition, limit)
                .query(Batches::item)
                .list();
    }

    private static Batch batch(ResultSet row, List<PullRequest> pullRequests, Map<String, Integer> statuses)
            throws SQLException {
        int unfinished = row.getInt("waiting") + row.getInt("running");
        return new Batch(
                row.getObject("batch_id", UUID.class),
                row.getString("requested_by"),
                row.getTimestamp("created_at").toInstant(),
                unfinished > 0 ? null : row.getTimestamp("last_done_at").toInstant(),
                new BatchOrder.Request(
                        row.getBoolean("create_pull_request"),
                        row.getBoolean("share_pull_requests"),
                        row.getBoolean("deploy_immediately")),
                row.getInt("total"),
                row.getInt("waiting"),
                row.getInt("running"),
                pullRequests,
                statuses);
    }

    private static BatchItem item(ResultSet row, int number) throws SQLException {
        @Nullable String problem = row.getString("problem");
        return new BatchItem(
                row.getInt("position"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("subject_id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getString("status"),
                problem);
    }
}
