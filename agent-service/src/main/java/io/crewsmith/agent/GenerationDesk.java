package io.crewsmith.agent;

import io.crewsmith.agent.model.ChangeRules;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.platform.events.Received;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Where code is asked for: the newest revision is said again, with all that the code is made from. */
final class GenerationDesk {

    private final ChangeRules rules = new ChangeRules();
    private final ConfigurationStore agents;
    private final AgentAnswers answers;
    private final CrewGeneration crews;
    private final Clock clock;

    GenerationDesk(ConfigurationStore agents, AgentAnswers answers, CrewGeneration crews, Clock clock) {
        this.agents = agents;
        this.answers = answers;
        this.crews = crews;
        this.clock = clock;
    }

    void generate(Received received, GenerationRequest request) {
        UUID id = received.subject();
        Instant now = clock.instant();
        agents.find(id).ifPresentOrElse(agent -> answers.saved(received, agent, request, now), () -> {
            if (!crews.generate(received, request, now)) {
                answers.refused(received, rules.notFound(Kind.AGENT, id), now);
            }
        });
    }
}
