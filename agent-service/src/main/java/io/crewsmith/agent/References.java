package io.crewsmith.agent;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewAssembly;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.ConfigurationJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who needs whom: a crew its agents and tasks, a task its agent and earlier tasks. */
final class References implements CrewAssembly.Stock {

    private final JdbcClient jdbc;
    private final ConfigurationJson configurations;
    private final Map<Kind, ConfigurationStore> stores;

    References(JdbcClient jdbc, ConfigurationJson configurations) {
        this.jdbc = jdbc;
        this.configurations = configurations;
        this.stores = Arrays.stream(Kind.values())
                .collect(toUnmodifiableMap(kind -> kind, kind -> new ConfigurationStore(jdbc, kind)));
    }

    @Override
    public Optional<Configuration> agent(String id) {
        return find(Kind.AGENT, id);
    }

    @Override
    public Optional<Configuration> task(String id) {
        return find(Kind.TASK, id);
    }

    /** What a configuration names and what is not there. */
    List<Problem> missing(Kind kind, Configuration configuration) {
        return switch (kind) {
            case AGENT -> List.of();
            case CREW -> CrewAssembly.missing(configuration, this);
            case TASK -> missingOfTask(configuration);
        };
    }

    /** What needs this one, in words. */
    List<String> users(Kind kind, UUID id) {
        return switch (kind) {
            case AGENT -> users("""
                        select 'crew ' || crew_key from agents.crewai_crews
                        where :id = any (agent_ids) or manager_agent_id = :id
                        union all select 'task ' || task_key from agents.crewai_tasks where assigned_agent_id = :id
                        """, id);
            case CREW -> List.of();
            case TASK -> users("""
                        select 'crew ' || crew_key from agents.crewai_crews where :id = any (task_ids)
                        union all select 'task ' || task_key from agents.crewai_tasks where :id = any (context_task_ids)
                        """, id);
        };
    }

    private List<String> users(String sql, UUID id) {
        return jdbc.sql(sql + "order by 1")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<Problem> missingOfTask(Configuration task) {
        List<Problem> problems = new ArrayList<>();
        String agent = task.text("assigned_agent_id");
        if (agent != null && agent(agent).isEmpty()) {
            problems.add(new Problem("/assigned_agent_id", "reference", "There is no agent %s.".formatted(agent)));
        }
        List<String> context = task.texts("context_task_ids");
        for (int index = 0; index < context.size(); index++) {
            if (task(context.get(index)).isEmpty()) {
                problems.add(new Problem(
                        "/context_task_ids/" + index,
                        "reference",
                        "There is no task %s.".formatted(context.get(index))));
            }
        }
        return problems;
    }

    private Optional<Configuration> find(Kind kind, String id) {
        return Optional.ofNullable(stores.get(kind))
                .flatMap(store -> store.find(UUID.fromString(id)))
                .map(StoredConfiguration::configuration)
                .flatMap(text -> configurations.read(kind, text) instanceof Valid(Configuration valid)
                        ? Optional.of(valid)
                        : Optional.empty());
    }
}
