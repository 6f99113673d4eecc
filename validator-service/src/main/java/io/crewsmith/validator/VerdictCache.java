package io.crewsmith.validator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verdicts about bytes that were judged before, by the same rules and on the same basis. What was given up for lack of
 * time, or depends on more than can be named, is never kept.
 */
final class VerdictCache {

    /** In findings, a verdict counting as one more: about 20 MB at the most. */
    private static final int MOST = 50_000;

    private final Cache<String, Verdict> verdicts = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((String key, Verdict verdict) -> 1 + verdict.findings().size())
            .recordStats()
            .build();

    VerdictCache(MeterRegistry meters) {
        CaffeineCacheMetrics.monitor(meters, verdicts, "verdicts");
    }

    /** The verdict about this code, asked for only where it is not known yet. */
    Verdict verdict(String code, List<Check> further, Function<byte[], Verdict> validation) {
        byte[] bytes = code.getBytes(UTF_8);
        return key(bytes, further).map(key -> verdict(key, bytes, validation)).orElseGet(() -> validation.apply(bytes));
    }

    /**
     * The same, and once more where the first scan was given up: a busy machine may have taken its time. Code that takes
     * the time itself is late again.
     */
    Verdict verdictInsisting(String code, List<Check> further, Function<byte[], Verdict> validation) {
        Verdict verdict = verdict(code, further, validation);
        return verdict.isConclusive() ? verdict : verdict(code, further, validation);
    }

    /** How many are kept. */
    long size() {
        verdicts.cleanUp();
        return verdicts.estimatedSize();
    }

    private Verdict verdict(String key, byte[] bytes, Function<byte[], Verdict> validation) {
        Verdict known = verdicts.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Verdict verdict = validation.apply(bytes);
        if (verdict.isConclusive()) {
            verdicts.put(key, verdict);
        }
        return verdict;
    }

    /** A digest: what a check depends on may be a whole configuration. */
    private static Optional<String> key(byte[] bytes, List<Check> further) {
        var key = new ArrayList<>(List.of(Digests.sha256(bytes), Validator.POLICY_VERSION));
        for (Check check : further) {
            if (check.basis().isEmpty()) {
                return Optional.empty();
            }
            key.add(check.name());
            key.add(check.basis().get());
        }
        return Optional.of(Digests.sha256(key.toString()));
    }
}
