package io.crewsmith.gateway.operations;

import io.crewsmith.gateway.operations.Operations.Count;
import io.crewsmith.gateway.operations.Operations.FromBroker;
import io.crewsmith.gateway.operations.Operations.FromLedger;
import io.crewsmith.gateway.operations.Operations.Piece;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The figures that operators ask for first. Dashboards and alerts are drawn from the metrics of each service instead. */
@RestController
class OperationsController {

    private static final int LONGEST_SPAN = 24 * 90;

    /** Pieces of a span, whatever its length. */
    private static final int PIECES = 24;

    private final LedgerFigures ledger;
    private final BrokerFigures broker;
    private final MeterRegistry meters;
    private final Clock clock;

    OperationsController(LedgerFigures ledger, BrokerFigures broker, MeterRegistry meters, Clock clock) {
        this.ledger = ledger;
        this.broker = broker;
        this.meters = meters;
        this.clock = clock;
    }

    /** The last hours: 1 to those of 90 days. */
    @GetMapping("/api/operations")
    Mono<Operations> read(@RequestParam(defaultValue = "24") int hours) {
        if (hours < 1 || hours > LONGEST_SPAN) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "hours must be between 1 and %d, but is %d.".formatted(LONGEST_SPAN, hours));
        }
        Duration span = Duration.ofHours(hours);
        Duration piece = span.dividedBy(PIECES);
        // Whole seconds, as the database counts them too.
        Instant since = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(span);
        return Mono.zip(ledger.since(since, piece), broker.now())
                // Some meters look into the database when they are read.
                .publishOn(Schedulers.boundedElastic())
                .map(both -> operations(since, piece, both.getT1(), both.getT2()));
    }

    private Operations operations(Instant since, Duration piece, FromLedger ledger, FromBroker broker) {
        return new Operations(
                since,
                ledger.counts().stream()
                        .collect(Collectors.groupingBy(Count::type, Collectors.summingLong(Count::number))),
                series(ledger.counts(), since, piece),
                ledger.scans(),
                ledger.reviews(),
                ledger.stages(),
                broker.lag(),
                outbox(),
                broker.deadLetters());
    }

    private static List<Piece> series(List<Count> counts, Instant since, Duration piece) {
        // Part of a second is cut off above, and the broker's clock may be ahead of ours.
        Instant last = since.plus(piece.multipliedBy(PIECES - 1));
        Map<Instant, Map<String, Long>> pieces = counts.stream()
                .collect(Collectors.groupingBy(
                        count -> count.at().isAfter(last) ? last : count.at(),
                        Collectors.toMap(Count::type, Count::number, Long::sum)));
        return IntStream.range(0, PIECES)
                .mapToObj(number -> since.plus(piece.multipliedBy(number)))
                .map(at -> new Piece(at, pieces.getOrDefault(at, Map.of())))
                .toList();
    }

    private Map<String, Long> outbox() {
        return meters.find("crewsmith.outbox.events").gauges().stream()
                .collect(Collectors.toMap(OperationsController::schema, gauge -> (long) gauge.value(), Long::sum));
    }

    private static String schema(Gauge gauge) {
        return String.valueOf(gauge.getId().getTag("schema"));
    }
}
