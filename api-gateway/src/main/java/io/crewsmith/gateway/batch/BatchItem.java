package io.crewsmith.gateway.batch;

import io.crewsmith.catalogue.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a batch.
 *
 * @param position place in the batch, from 0
 * @param subjectId the agent or the crew
 * @param runId the deployment
 * @param status of the deployment; waiting where it has not begun, refused where there was nothing to begin with
 * @param problem why it came to nothing
 */
public record BatchItem(
        int position,
        Kind kind,
        UUID subjectId,
        UUID runId,
        String status,
        @Nullable String problem) {}
