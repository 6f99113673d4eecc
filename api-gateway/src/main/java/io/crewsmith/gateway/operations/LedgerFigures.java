package io.crewsmith.gateway.operations;

import static java.util.Objects.requireNonNull;

import io.crewsmith.gateway.operations.Operations.Count;
import io.crewsmith.gateway.operations.Operations.FromLedger;
import io.crewsmith.gateway.operations.Operations.Reviews;
import io.crewsmith.gateway.operations.Operations.Scans;
import io.crewsmith.gateway.operations.Operations.Stage;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts what the ledger has recorded. */
@Component
class LedgerFigures {

    private final DatabaseClient database;

    LedgerFigures(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
    }

    Mono<FromLedger> since(Instant since, Duration piece) {
        return Mono.zip(counts(since, piece).collectList(), scans(since), reviews(since), stages(since))
                .map(all -> new FromLedger(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    private Flux<Count> counts(Instant since, Duration piece) {
        return query(
                """
                        select date_bin(make_interval(secs => %d), recorded_at, :since) as at, type, count(*) as number
                        from ledger.events where recorded_at >= :since group by 1, 2 order by 1
                        """.formatted(piece.toSeconds()),
                since,
                row -> new Count(
                        value(row, "at", Instant.class), value(row, "type", String.class), number(row, "number")));
    }

    private Mono<Scans> scans(Instant since) {
        return query("""
                        select count(*) filter (where scan_passed) as passed,
                          count(*) filter (where not scan_passed) as failed
                        from ledger.runs where generation_timestamp >= :since
                        """, since, row -> new Scans(number(row, "passed"), number(row, "failed")))
                .single();
    }

    private Mono<Reviews> reviews(Instant since) {
        return query(
                        """
                        select decided, median, waiting, oldest from (
                          select count(*) as decided, cast(extract(epoch from percentile_cont(0.5)
                            within group (order by reviewed_at - review_requested_at)) as float8) as median
                          from ledger.runs where reviewed_at >= :since and review_requested_at is not null) as done,
                        (select count(*) as waiting,
                            cast(extract(epoch from now() - min(review_requested_at)) as float8) as oldest
                          from ledger.runs where review_state = 'requested') as open
                        """,
                        since,
                        row -> new Reviews(
                                number(row, "decided"),
                                row.get("median", Double.class),
                                number(row, "waiting"),
                                row.get("oldest", Double.class)))
                .single();
    }

    private Mono<List<Stage>> stages(Instant since) {
        return query(
                        """
                        select effect.type, count(*) as number,
                          1000 * cast(extract(epoch from percentile_cont(0.5)
                            within group (order by effect.recorded_at - cause.recorded_at)) as float8) as p50,
                          1000 * cast(extract(epoch from percentile_cont(0.95)
                            within group (order by effect.recorded_at - cause.recorded_at)) as float8) as p95
                        from ledger.events effect join ledger.events cause on cause.event_id = effect.causation_id
                        where effect.recorded_at >= :since group by effect.type order by min(effect.position)
                        """,
                        since,
                        row -> new Stage(
                                value(row, "type", String.class),
                                number(row, "number"),
                                value(row, "p50", Double.class),
                                value(row, "p95", Double.class)))
                .collectList();
    }

    private <T> Flux<T> query(String sql, Instant since, Function<Readable, T> row) {
        return database.sql(sql).bind("since", since).map(row).all();
    }

    private static long number(Readable row, String column) {
        return value(row, column, Long.class);
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
    }
}
