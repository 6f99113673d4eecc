package io.crewsmith.agent;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.platform.outbox.ServiceSchema;
import java.time.Clock;

/** The desk of each kind, and the one where code is asked for. */
record Desks(ConfigurationDesk agents, ConfigurationDesk crews, ConfigurationDesk tasks, GenerationDesk generation) {

    static Desks of(Catalogue catalogue, ServiceSchema schema, Clock clock) {
        var json = new ConfigurationJson(catalogue);
        var references = new References(schema.jdbc(), json);
        var agentAnswers = new AgentAnswers(schema.outbox());
        var crewAnswers = new CrewAnswers(schema.outbox());
        var agents = new ConfigurationStore(schema.jdbc(), Kind.AGENT);
        var crews = new ConfigurationStore(schema.jdbc(), Kind.CREW);
        var tasks = new ConfigurationStore(schema.jdbc(), Kind.TASK);
        return new Desks(
                new ConfigurationDesk(json, agents, references, agentAnswers, clock),
                new ConfigurationDesk(json, crews, references, crewAnswers, clock),
                new ConfigurationDesk(json, tasks, references, new TaskAnswers(schema.outbox()), clock),
                new GenerationDesk(
                        agents,
                        agentAnswers,
                        new CrewGeneration(crews, references, crewAnswers, json, new CrewSnapshotJson(catalogue)),
                        clock));
    }
}
