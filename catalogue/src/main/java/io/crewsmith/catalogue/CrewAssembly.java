package io.crewsmith.catalogue;

import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings a crew together with its agents and tasks. */
public final class CrewAssembly {

    /** Where agents and tasks are found by their ids. */
    public interface Stock {

        Optional<Configuration> agent(String id);

        Optional<Configuration> task(String id);
    }

    /** What became of it. */
    public sealed interface Result {}

    /** Code can be made of this. */
    public record Assembled(CrewSnapshot snapshot) implements Result {}

    /** It does not hold together; pointers are into the crew's configuration. */
    public record Incomplete(List<Problem> problems) implements Result {

        public Incomplete {
            problems = List.copyOf(problems);
        }
    }

    private final Configuration crew;
    private final Stock stock;
    private final List<Problem> problems = new ArrayList<>();

    private CrewAssembly(Configuration crew, Stock stock) {
        this.crew = crew;
        this.stock = stock;
    }

    /** The crew ready for the generator, or all that is missing or wrong. */
    public static Result assemble(Configuration crew, Stock stock) {
        var assembly = new CrewAssembly(crew, stock);
        CrewSnapshot snapshot = assembly.collect();
        if (assembly.problems.isEmpty()) {
            assembly.problems.addAll(new CrewRules(snapshot).problems());
        }
        return assembly.problems.isEmpty() ? new Assembled(snapshot) : new Incomplete(assembly.problems);
    }

    /** The agents and tasks that a crew names and that are not there. */
    public static List<Problem> missing(Configuration crew, Stock stock) {
        var assembly = new CrewAssembly(crew, stock);
        assembly.collect();
        return assembly.problems;
    }

    private CrewSnapshot collect() {
        List<Member> members = new ArrayList<>();
        List<String> agents = crew.texts("agent_ids");
        for (int index = 0; index < agents.size(); index++) {
            member("/agent_ids/" + index, agents.get(index)).ifPresent(members::add);
        }
        List<PlannedTask> tasks = new ArrayList<>();
        List<String> ids = crew.texts("task_ids");
        for (int index = 0; index < ids.size(); index++) {
            task("/task_ids/" + index, ids.get(index)).ifPresent(tasks::add);
        }
        return new CrewSnapshot(crew, members, manager(), tasks);
    }

    private Optional<Member> member(String at, String id) {
        Optional<Configuration> agent = stock.agent(id);
        if (agent.isEmpty()) {
            problems.add(new Problem(at, "reference", "There is no agent %s.".formatted(id)));
        }
        return agent.map(found -> new Member(id, found.key(Kind.AGENT)));
    }

    private Optional<PlannedTask> task(String at, String id) {
        Optional<Configuration> task = stock.task(id);
        if (task.isEmpty()) {
            problems.add(new Problem(at, "reference", "There is no task %s.".formatted(id)));
        }
        return task.map(found -> new PlannedTask(id, found));
    }

    private @Nullable Member manager() {
        String id = crew.text("manager_agent_id");
        if (id == null) {
            return null;
        }
        if (stock.agent(id).filter(agent -> !agent.texts("tools").isEmpty()).isPresent()) {
            problems.add(new Problem(
                    "/manager_agent_id",
                    "manager",
                    "The manager has tools, and CrewAI wants one without. Choose another agent."));
        }
        return member("/manager_agent_id", id).orElse(null);
    }
}
