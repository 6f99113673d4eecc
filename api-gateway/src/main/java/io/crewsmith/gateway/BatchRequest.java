package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose code is wanted: those of the lists, or all that the filter finds.
 *
 * @param createPr go on to review at once; false where it is missing
 * @param deployImmediately the same
 */
record BatchRequest(
        @JsonProperty("agent_ids") @Nullable List<String> agentIds,
        @JsonProperty("crew_ids") @Nullable List<String> crewIds,
        @Nullable Filter filter,
        @JsonProperty("create_pr") @Nullable Boolean createPr,
        @JsonProperty("deploy_immediately") @Nullable Boolean deployImmediately) {

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
