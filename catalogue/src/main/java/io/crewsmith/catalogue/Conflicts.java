package io.crewsmith.catalogue;

import java.util.List;

/** What two parameters cannot say together; each is valid alone. */
final class Conflicts {

    private Conflicts() {}

    static List<Problem> of(Kind kind, Configuration configuration) {
        return switch (kind) {
            case AGENT -> List.of();
            case CREW -> ofCrew(configuration);
            case TASK -> ofTask(configuration);
        };
    }

    private static List<Problem> ofCrew(Configuration crew) {
        String manager = crew.text("manager_agent_id");
        if (manager != null && crew.texts("agent_ids").contains(manager)) {
            return List.of(new Problem(
                    "/manager_agent_id",
                    "manager",
                    "The manager is a member too; CrewAI wants another agent. Take it out of agent_ids."));
        }
        if (crew.required("process_type").equals("hierarchical")
                && manager == null
                && crew.text("manager_llm") == null) {
            return List.of(new Problem(
                    "/process_type", "manager", "A hierarchical crew needs manager_agent_id or manager_llm."));
        }
        return List.of();
    }

    private static List<Problem> ofTask(Configuration task) {
        return task.section("output_json_schema") != null && task.section("output_pydantic_schema") != null
                ? List.of(new Problem(
                        "/output_pydantic_schema",
                        "schema",
                        "A result has one form: leave output_json_schema or output_pydantic_schema out."))
                : List.of();
    }
}
