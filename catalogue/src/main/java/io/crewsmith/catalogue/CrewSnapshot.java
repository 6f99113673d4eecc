package io.crewsmith.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crew with everything that its code is made from.
 *
 * @param crew its own configuration
 * @param members the agents in it, in the order of {@code agent_ids}
 * @param manager the agent who leads it; null where none does
 * @param tasks the tasks in it, in the order of {@code task_ids}
 */
public record CrewSnapshot(
        Configuration crew, List<Member> members, @Nullable Member manager, List<PlannedTask> tasks) {

    public CrewSnapshot {
        members = List.copyOf(members);
        tasks = List.copyOf(tasks);
    }

    /** An agent, whose own module the crew imports. */
    public record Member(String id, String key) {}

    /** A task as it was when code was asked for. */
    public record PlannedTask(String id, Configuration task) {

        public String key() {
            return task.key(Kind.TASK);
        }
    }
}
