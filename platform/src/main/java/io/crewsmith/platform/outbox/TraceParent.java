package io.crewsmith.platform.outbox;

import io.crewsmith.platform.kafka.EventHeaders;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a trace over the outbox, as W3C's {@code traceparent}: the relay goes on where the transaction left off. */
final class TraceParent {

    private final Tracer tracer;
    private final Propagator propagator;

    TraceParent(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Nullable
    String current() {
        TraceContext context = tracer.currentTraceContext().context();
        if (context == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(context, carrier, (headers, name, value) -> carrier.put(name, value));
        return carrier.get(EventHeaders.TRACE_PARENT);
    }

    <T> T continuing(@Nullable String parent, Supplier<T> work) {
        if (parent == null) {
            return work.get();
        }
        Span span = propagator
                .extract(Map.of(EventHeaders.TRACE_PARENT, parent), Map::get)
                .name("outbox relay")
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            return work.get();
        } finally {
            span.end();
        }
    }
}
