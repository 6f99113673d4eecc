package io.crewsmith.gateway.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The code of an earlier run. */
public record PastRun(
        UUID deploymentId,
        @Nullable String agentKey,
        @Nullable Integer revision,
        Instant createdAt,
        String code) {}
