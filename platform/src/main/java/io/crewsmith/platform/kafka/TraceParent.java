package io.crewsmith.platform.kafka;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over what is no call, as W3C's {@code traceparent}: over the outbox, whose relay goes on where the
 * transaction left off, and over the days until somebody decides about a run.
 */
public final class TraceParent {

    private final Tracer tracer;
    private final Propagator propagator;

    TraceParent(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The trace that this thread is in; null outside of any. */
    public @Nullable String current() {
        TraceContext context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(context, carrier, (headers, name, value) -> carrier.put(name, value));
        return carrier.get(EventHeaders.TRACE_PARENT);
    }

    /** Does the work inside that trace; outside of any where there is none. */
    public <T> T continuing(@Nullable String parent, Supplier<T> work) {
        if (parent == null) {
            return work.get();
        }
        Span span = propagator
                .extract(Map.of(EventHeaders.TRACE_PARENT, parent), Map::get)
                .name("continue")
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            return work.get();
        } finally {
            span.end();
        }
    }
}
