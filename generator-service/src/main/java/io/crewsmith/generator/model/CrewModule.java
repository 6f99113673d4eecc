package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.ReservedNames;
import io.crewsmith.catalogue.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the module of a crew holds: the keywords of its calls, by the names and rules of CrewAI 1.3.0.
 *
 * @param agentModules modules of the agents, in order
 * @param imports other names by module, in order
 * @param members keys of the agents
 * @param manager key of the agent who leads; null where none does
 * @param tasks in the order in which they are done
 * @param process name of the process
 * @param models keyword of {@code Crew(…)} and provider/model
 * @param crew other keywords of {@code Crew(…)}
 * @param environment variables that must be set where it runs, beside those of its agents
 */
public record CrewModule(
        Identifier className,
        Identifier module,
        List<Identifier> agentModules,
        Map<String, List<String>> imports,
        List<String> members,
        @Nullable String manager,
        List<TaskCall> tasks,
        Identifier process,
        Map<String, String> models,
        Map<String, Object> crew,
        List<String> environment,
        List<Warning> warnings) {

    /** Decides what is rendered, and warns of what cannot be. */
    public static CrewModule of(CrewSnapshot snapshot, Catalogue catalogue) {
        List<Warning> warnings = new ArrayList<>(HiddenText.warnings("", snapshot.crew()));
        snapshot.tasks()
                .forEach(task -> warnings.addAll(HiddenText.warnings("tasks.%s.".formatted(task.key()), task.task())));
        String key = snapshot.crew().key(Kind.CREW);
        var keywords = new CrewKeywords(snapshot.crew(), warnings);
        List<TaskCall> tasks = snapshot.tasks().stream()
                .map(task -> TaskCall.of(task, snapshot, catalogue, warnings))
                .toList();
        List<String> members = snapshot.members().stream().map(Member::key).toList();
        Member leader = snapshot.manager();
        String manager = keywords.isHierarchical() && leader != null ? leader.key() : null;
        return new CrewModule(
                new Identifier(ReservedNames.className(key) + "Crew"),
                Identifier.ofModule(key),
                Stream.concat(members.stream(), Stream.ofNullable(manager))
                        .map(Identifier::ofModule)
                        .distinct()
                        .sorted(Comparator.comparing(Identifier::name, Identifier.IMPORT_ORDER))
                        .toList(),
                CrewImports.of(snapshot.crew(), tasks),
                members,
                manager,
                tasks,
                keywords.process(),
                keywords.models(),
                keywords.all(),
                environment(snapshot, keywords, tasks),
                List.copyOf(warnings));
    }

    private static List<String> environment(CrewSnapshot snapshot, CrewKeywords keywords, List<TaskCall> tasks) {
        var environment = new Environment().models(keywords.models().values());
        tasks.forEach(task -> environment.tools(task.tools()));
        return (snapshot.crew().flag("memory_enabled") ? environment.embedder(null) : environment).names();
    }
}
