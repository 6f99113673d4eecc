package io.crewsmith.catalogue;

import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What CrewAI's {@code Crew} demands of its tasks when it is constructed ({@code crew.py}, its model validators). */
final class CrewRules {

    private final CrewSnapshot snapshot;
    private final List<Problem> problems = new ArrayList<>();

    CrewRules(CrewSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Problem> problems() {
        if (snapshot.members().isEmpty()) {
            add("/agent_ids", "A crew needs at least one agent.");
        }
        if (snapshot.tasks().isEmpty()) {
            add("/task_ids", "A crew needs at least one task.");
        }
        unique();
        for (int index = 0; index < snapshot.tasks().size(); index++) {
            assigned(index);
            context(index);
        }
        if (snapshot.tasks().reversed().stream().takeWhile(CrewRules::isAsync).count() > 1) {
            add("/task_ids", "The last two tasks are both asynchronous; CrewAI allows one at the end.");
        }
        return problems;
    }

    private void unique() {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < snapshot.members().size(); index++) {
            Member member = snapshot.members().get(index);
            if (!seen.add(member.id())) {
                add("/agent_ids/" + index, "Agent %s is in the crew already.".formatted(member.key()));
            }
        }
        for (int index = 0; index < snapshot.tasks().size(); index++) {
            PlannedTask task = snapshot.tasks().get(index);
            if (!seen.add(task.id())) {
                add("/task_ids/" + index, "Task %s is in the crew already.".formatted(task.key()));
            }
        }
    }

    private void assigned(int index) {
        PlannedTask task = snapshot.tasks().get(index);
        String agent = task.task().text("assigned_agent_id");
        if (agent == null) {
            String guardrail = task.task().text("guardrail_function");
            if (!snapshot.crew().required("process_type").equals("hierarchical") || guardrail != null) {
                add("/task_ids/" + index, "Task %s has no agent; set its assigned_agent_id.".formatted(task.key()));
            }
        } else if (snapshot.members().stream().noneMatch(member -> member.id().equals(agent))) {
            add(
                    "/task_ids/" + index,
                    "Task %s belongs to agent %s, who is not in agent_ids.".formatted(task.key(), agent));
        }
    }

    private void context(int index) {
        PlannedTask task = snapshot.tasks().get(index);
        List<PlannedTask> earlier = snapshot.tasks().subList(0, index);
        for (String id : task.task().texts("context_task_ids")) {
            earlier.stream()
                    .filter(other -> other.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> concurrent(index, other),
                            () -> add(
                                    "/task_ids/" + index,
                                    "Task %s needs the result of task %s, which does not come before it in the crew."
                                            .formatted(task.key(), id)));
        }
    }

    /** An asynchronous task may not wait for another one unless something between them waits. */
    private void concurrent(int index, PlannedTask context) {
        PlannedTask task = snapshot.tasks().get(index);
        List<PlannedTask> between = snapshot.tasks().subList(snapshot.tasks().indexOf(context), index);
        if (isAsync(task) && between.stream().allMatch(CrewRules::isAsync)) {
            add(
                    "/task_ids/" + index,
                    "Task %s is asynchronous and needs %s, which may not be finished: put one that waits between them."
                            .formatted(task.key(), context.key()));
        }
    }

    private static boolean isAsync(PlannedTask task) {
        return task.task().flag("async_execution");
    }

    private void add(String pointer, String message) {
        problems.add(new Problem(pointer, "crew", message));
    }
}
