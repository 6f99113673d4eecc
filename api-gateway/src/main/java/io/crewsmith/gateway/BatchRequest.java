package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.gateway.batch.BatchOrder.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose code is wanted: those of the lists, or all that the filter finds.
 *
 * @param createPr go on to review at once; false where it is missing
 * @param sharePr whether one pull request shows many of them, or each has its own; true where it is missing
 * @param deployImmediately the same
 */
record BatchRequest(
        @JsonProperty("agent_ids") @Nullable List<String> agentIds,
        @JsonProperty("crew_ids") @Nullable List<String> crewIds,
        @Nullable Filter filter,
        @JsonProperty("create_pr") @Nullable Boolean createPr,
        @JsonProperty("share_pr") @Nullable Boolean sharePr,
        @JsonProperty("deploy_immediately") @Nullable Boolean deployImmediately) {

    Request toRequest() {
        return new Request(
                Boolean.TRUE.equals(createPr), !Boolean.FALSE.equals(sharePr), Boolean.TRUE.equals(deployImmediately));
    }

    /**
     * What agents must have; null: whatever they have.
     *
     * @param tool a tool that they use
     */
    record Filter(
            @JsonProperty("department_id") @Nullable String departmentId,
            @JsonProperty("llm_model") @Nullable String llmModel,
            @Nullable String tool) {}
}
