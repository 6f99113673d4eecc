package io.crewsmith.gateway.github;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for what was missed, while the gateway runs. */
final class MissedDecisionsDriver implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MissedDecisionsDriver.class);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private final Mono<Void> look;
    private final Duration every;
    private Disposable looking = Disposables.disposed();

    MissedDecisionsDriver(Mono<Void> look, Duration every) {
        this.look = look;
        this.every = every;
    }

    @Override
    public void start() {
        looking = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> look.onErrorResume(MissedDecisionsDriver::rest), 0)
                .subscribe();
    }

    /** What was missed stays where it is; GitHub may want to be left alone for longer than until the next time. */
    private static Mono<Void> rest(Throwable failure) {
        log.warn("GitHub was not asked for missed reviews: {}", failure.getMessage());
        return failure instanceof WebClientResponseException answer
                ? Mono.delay(pause(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)))
                        .then()
                : Mono.empty();
    }

    private static Duration pause(@Nullable String retryAfter) {
        return retryAfter != null && SECONDS.matcher(retryAfter).matches()
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : Duration.ZERO;
    }

    @Override
    public void stop() {
        looking.dispose();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }
}
