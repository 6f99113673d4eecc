package io.crewsmith.gateway.batch;

import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.gateway.ledger.LedgerSignals;
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
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Begins runs of batches, so many that never more than the window are under way: the next one when the ledger shows that
 * an earlier one has its result. Several instances take turns.
 */
class BatchDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BatchDriver.class);

    /** Many runs move at once; one look serves them all. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    /** For runs of which nothing is heard any more. */
    private static final Duration WITHOUT_SIGNAL = Duration.ofSeconds(5);
    /** Any number, the same for all instances. */
    private static final long DRIVERS_TURN = 4_712;

    /** With one of these a run has come as far as its batch takes it: code that waits for a person, or why there is none. */
    private static final List<String> NO_CODE = List.of("AgentRejected", "CrewRejected", "GenerationFailed");

    private static final String[] SCANNED = results("ScanCompleted");
    private static final String[] ON_A_BRANCH =
            results("BranchPushed", "MergeConflicted", "GitFailed", "ReviewRefused");

    private final ServiceSchema schema;
    private final LedgerSignals signals;
    private final BatchSettings settings;
    private final Clock clock;
    private final Bundling bundling;
    private Disposable driving = Disposables.disposed();

    BatchDriver(ServiceSchema schema, LedgerSignals signals, BatchSettings settings, Clock clock) {
        this.schema = schema;
        this.signals = signals;
        this.settings = settings;
        this.clock = clock;
        this.bundling = new Bundling(schema);
    }

    @Override
    public void start() {
        driving = Flux.merge(signals.all(), Flux.interval(Duration.ZERO, WITHOUT_SIGNAL))
                .onBackpressureLatest()
                .sample(BETWEEN_LOOKS)
                .onBackpressureLatest()
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(signal -> goOn())
                .doOnError(failure -> log.warn("Batches go on after a failure: {}", failure.getMessage()))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, WITHOUT_SIGNAL))
                .subscribe();
    }

    private void goOn() {
        if (isAnythingLeft()) {
            schema.transactions().executeWithoutResult(transaction -> {
                schema.jdbc()
                        .sql("select pg_advisory_xact_lock(?)")
                        .param(DRIVERS_TURN)
                        .query()
                        .singleRow();
                Instant now = clock.instant();
                settle(now);
                bundling.goOn(now);
                next().forEach(item -> begin(item, now));
            });
        }
    }

    private boolean isAnythingLeft() {
        return schema.jdbc().sql("""
                        select exists (select from batches.items where state <> 'done')
                          or exists (select from batches.bundles where bundled_at is null)
                        """).query(Boolean.class).single();
    }

    private void settle(Instant now) {
        schema.jdbc()
                .sql("""
                        update batches.items item set state = 'done', done_at = :now
                        from batches.batches batch
                        where batch.batch_id = item.batch_id and item.state = 'running' and (
                          item.begun_at < :patience
                          or exists (select from ledger.events event
                            where event.run_id = item.run_id and event.type = any (
                              case when create_pull_request or deploy_immediately then :branch else :scan end)))
                        """)
                .param("branch", ON_A_BRANCH)
                .param("scan", SCANNED)
                .param("now", Timestamp.from(now))
                .param("patience", Timestamp.from(now.minus(settings.patience())))
                .update();
    }

    /** One of each batch in turn, the older batch first. */
    private List<Next> next() {
        return schema.jdbc().sql("""
                        select item.run_id, item.subject_id, batch.requested_by, batch.create_pull_request,
                          batch.deploy_immediately, item.bundle_id is not null as bundled
                        from batches.items item join batches.batches batch using (batch_id)
                        where item.state = 'waiting'
                        order by item.position, batch.created_at
                        limit greatest(0, ? - (select count(*) from batches.items where state = 'running'))
                        """).param(settings.window()).query(Next::of).list();
    }

    private void begin(Next item, Instant now) {
        schema.jdbc()
                .sql("update batches.items set state = 'running', begun_at = ? where run_id = ?")
                .params(Timestamp.from(now), item.runId())
                .update();
        schema.outbox()
                .append(
                        Topics.COMMANDS,
                        new GenerateCode(
                                Envelopes.first(item.runId(), item.runId(), item.subjectId(), item.requestedBy(), now),
                                item.request(),
                                null));
    }

    private static String[] results(String... types) {
        return Stream.concat(NO_CODE.stream(), Stream.of(types)).toArray(String[]::new);
    }

    private record Next(UUID runId, UUID subjectId, String requestedBy, GenerationRequest request) {

        static Next of(ResultSet row, int number) throws SQLException {
            return new Next(
                    row.getObject("run_id", UUID.class),
                    row.getObject("subject_id", UUID.class),
                    row.getString("requested_by"),
                    request(row));
        }

        /** What is shown together goes on to review just as well, but without a pull request of its own. */
        private static GenerationRequest request(ResultSet row) throws SQLException {
            boolean bundled = row.getBoolean("bundled");
            return new GenerationRequest(
                    row.getBoolean("create_pull_request") && !bundled, row.getBoolean("deploy_immediately") || bundled);
        }
    }

    @Override
    public void stop() {
        driving.dispose();
    }

    @Override
    public boolean isRunning() {
        return !driving.isDisposed();
    }
}
